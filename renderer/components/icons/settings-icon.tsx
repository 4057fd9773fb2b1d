import { Icon } from './icon.tsx';

export const SettingsIcon = () => (
  <Icon>
    <path d="M4 6.5h9M18.5 6.5H20M4 12h2.5M11.5 12H20M4 17.5h8M17.5 17.5H20" />
    <circle cx="15.7" cy="6.5" r="2.5" />
    <circle cx="9" cy="12" r="2.5" />
    <circle cx="14.7" cy="17.5" r="2.5" />
  </Icon>
);
