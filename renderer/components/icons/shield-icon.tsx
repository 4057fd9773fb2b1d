import { Icon } from './icon.tsx';

export const ShieldIcon = () => (
  <Icon>
    <path d="M12 3 4.5 6v5.5c0 4.5 3 7.8 7.5 9.5 4.5-1.7 7.5-5 7.5-9.5V6z" />
    <path d="m8.8 12 2.3 2.3 4.2-4.5" />
  </Icon>
);
