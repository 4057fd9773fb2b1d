import { Icon } from './icon.tsx';

export const TruckIcon = () => (
  <Icon>
    <path d="M2.5 6h11v10.5h-11zM13.5 9.5h4l4 4v3h-8z" />
    <path d="M5.5 19a2 2 0 1 0 4 0 2 2 0 0 0-4 0M15 19a2 2 0 1 0 4 0 2 2 0 0 0-4 0" />
  </Icon>
);
