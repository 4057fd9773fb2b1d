import { Icon } from './icon.tsx';

export const TruckIcon = () => (
  <Icon>
    <path d="M2.5 6h11v10.5h-11z" />
    <path d="M13.5 10h4l4 3.5v3h-8" />
    <circle cx="7" cy="17.5" r="1.8" />
    <circle cx="17.5" cy="17.5" r="1.8" />
  </Icon>
);
