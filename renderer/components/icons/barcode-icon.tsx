import { Icon } from './icon.tsx';

export const BarcodeIcon = () => (
  <Icon>
    <path d="M3.5 7V4h4M16.5 4h4v3M20.5 17v3h-4M7.5 20h-4v-3" />
    <path d="M7 8v8M10 8v8M13 8v8M17 8v8" />
  </Icon>
);
