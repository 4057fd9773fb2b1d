import { Icon } from './icon.tsx';

export const DownloadIcon = () => (
  <Icon>
    <path d="M12 4v11M7.5 11 12 15.5 16.5 11" />
    <path d="M4.5 20h15" />
  </Icon>
);
