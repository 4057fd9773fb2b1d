import { Icon } from './icon.tsx';

export const OutboxIcon = () => (
  <Icon>
    <path d="M12 14V3.5M8 7.5l4-4 4 4" />
    <path d="M3.5 13h4.7l1.3 2.5h5l1.3-2.5h4.7v7h-17z" />
  </Icon>
);
