import { Icon } from './icon.tsx';

export const RetryIcon = () => (
  <Icon>
    <path d="M20 12a8 8 0 1 1-2.3-5.6" />
    <path d="M20 3.5v4.4h-4.4" />
  </Icon>
);
