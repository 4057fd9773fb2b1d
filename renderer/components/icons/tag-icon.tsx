import { Icon } from './icon.tsx';

export const TagIcon = () => (
  <Icon>
    <path d="M3.5 3.5h8l9 9-8 8-9-9z" />
    <path d="M7.5 7.5h.1" />
  </Icon>
);
