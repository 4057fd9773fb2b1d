import { Icon } from './icon.tsx';

export const OrdersIcon = () => (
  <Icon>
    <path d="M5.5 3.5h13V21l-3.2-2-3.3 2-3.3-2-3.2 2z" />
    <path d="M9 8.5h6M9 12.5h6" />
  </Icon>
);
