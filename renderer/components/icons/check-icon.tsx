import { Icon } from './icon.tsx';

export const CheckIcon = () => (
  <Icon>
    <path d="m4 12.8 5.2 5.2L20 6.5" />
  </Icon>
);
