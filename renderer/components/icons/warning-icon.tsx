import { Icon } from './icon.tsx';

export const WarningIcon = () => (
  <Icon>
    <path d="M12 3.2 22 20.5H2z" />
    <path d="M12 9.5v5M12 17.4v.2" />
  </Icon>
);
