import { Icon } from './icon.tsx';

export const MoreIcon = () => (
  <Icon>
    <path d="M5 12h.01M12 12h.01M19 12h.01" strokeWidth="4.5" />
  </Icon>
);
