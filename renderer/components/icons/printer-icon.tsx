import { Icon } from './icon.tsx';

export const PrinterIcon = () => (
  <Icon>
    <path d="M7 9V3.5h10V9" />
    <path d="M7 17H4V9h16v8h-3" />
    <path d="M7 14h10v6.5H7z" />
  </Icon>
);
