import { Icon } from './icon.tsx';

export const ScaleIcon = () => (
  <Icon>
    <path d="M3.5 6.5h17M5 10h14l1.5 10.5h-17z" />
    <path d="M12 6.5V10M8.5 17a3.5 3.5 0 0 1 7 0M12 17l1.6-2" />
  </Icon>
);
