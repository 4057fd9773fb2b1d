import { Icon } from './icon.tsx';

export const FileIcon = () => (
  <Icon>
    <path d="M6 3h8l4.5 4.5V21H6z" />
    <path d="M14 3v4.5h4.5" />
    <path d="M9 13h6M9 17h6" />
  </Icon>
);
