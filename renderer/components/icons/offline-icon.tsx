import { Icon } from './icon.tsx';

export const OfflineIcon = () => (
  <Icon>
    <path d="M9 6.2a6 6 0 0 1 8.6 4.8 3.8 3.8 0 0 1 2.3 6M16.5 18.5h-10a4.5 4.5 0 0 1-.4-9l.4-.8" />
    <path d="m3.5 3.5 17 17" />
  </Icon>
);
