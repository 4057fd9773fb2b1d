import { Icon } from './icon.tsx';

export const HelpIcon = () => (
  <Icon>
    <circle cx="12" cy="12" r="9" />
    <path d="M9.3 9.5a2.7 2.7 0 1 1 3.9 2.400c-.9.5-1.200 1-1.200 2M12 17v.1" />
  </Icon>
);
