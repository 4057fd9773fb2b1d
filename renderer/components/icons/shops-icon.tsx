import { Icon } from './icon.tsx';

export const ShopsIcon = () => (
  <Icon>
    <path d="M4.5 4h15l1.5 5.5a2.8 2.8 0 0 1-5.5.5 3 3 0 0 1-7 0 2.8 2.8 0 0 1-5.5-.5z" />
    <path d="M5 13v7.5h14V13M10 20.5V16h4v4.5" />
  </Icon>
);
