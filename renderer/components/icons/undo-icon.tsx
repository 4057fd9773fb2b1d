import { Icon } from './icon.tsx';

export const UndoIcon = () => (
  <Icon>
    <path d="M9 6 4 11l5 5" />
    <path d="M4 11h10a6 6 0 0 1 0 12" transform="translate(0 -3)" />
  </Icon>
);
