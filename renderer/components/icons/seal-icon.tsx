import { Icon } from './icon.tsx';

export const SealIcon = () => (
  <Icon>
    <path d="M4 10.5h16v10H4zM7.5 10.5V8a4.5 4.5 0 0 1 9 0v2.5M12 14.5v2.5" />
  </Icon>
);
