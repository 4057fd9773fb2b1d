import { Icon } from './icon.tsx';

export const SplitIcon = () => (
  <Icon>
    <path d="M4 8h13M13 4l4 4-4 4" />
    <path d="M20 16H7M11 12l-4 4 4 4" />
  </Icon>
);
