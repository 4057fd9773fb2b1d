import { Icon } from './icon.tsx';

export const PackIcon = () => (
  <Icon>
    <path d="M3.5 8 12 3.5 20.5 8v8.5L12 21l-8.5-4.5z" />
    <path d="M3.5 8 12 12.5 20.5 8M12 12.5V21M7.7 5.8l8.5 4.5" />
  </Icon>
);
