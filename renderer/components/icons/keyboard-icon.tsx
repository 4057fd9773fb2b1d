import { Icon } from './icon.tsx';

export const KeyboardIcon = () => (
  <Icon>
    <path d="M2.5 6.5h19v11h-19z" />
    <path d="M6 10h.1M9.9 10h.1M13.9 10h.1M18 10h.1M7 14h10" />
  </Icon>
);
