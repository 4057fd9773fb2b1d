import { Icon } from './icon.tsx';

export const OnlineIcon = () => (
  <Icon>
    <path d="M6.5 18.5a4.5 4.5 0 0 1-.4-9A6 6 0 0 1 17.6 11a3.8 3.8 0 0 1-.1 7.5z" />
    <path d="m9 14 2.2 2.2L15.2 12" />
  </Icon>
);
