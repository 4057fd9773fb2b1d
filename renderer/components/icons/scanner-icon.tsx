import { Icon } from './icon.tsx';

export const ScannerIcon = () => (
  <Icon>
    <path d="M3.5 4h12a4 4 0 0 1 0 8h-3l-1 1.5H9L7.5 20.5H4L6 12H3.5z" />
    <path d="M10.5 12v1.5" />
    <path d="M21.5 5v6" />
  </Icon>
);
