import { Icon } from './icon.tsx';

export const WaybillIcon = () => (
  <Icon>
    <path d="M4 3.5h16v17H4z" />
    <path d="M4 9h16M7 6.3h5M7 12.5v5M10 12.5v5M13 12.5v5M17 12.5v5" />
  </Icon>
);
