import { Icon } from './icon.tsx';

export const HandIcon = () => (
  <Icon>
    <path d="M8 12.5V6a1.5 1.5 0 0 1 3 0M11 11V4.2a1.5 1.5 0 0 1 3 0V11M14 11.5V5.6a1.5 1.5 0 0 1 3 0v8.9c0 4-2.4 6.5-6 6.5-2.8 0-4.3-1.2-5.7-3.6L3 13.6c-.9-1.7 1.2-3 2.5-1.6L8 14.7z" />
  </Icon>
);
