import { Icon } from './icon.tsx';

export const TrainingIcon = () => (
  <Icon>
    <path d="m2.5 9 9.5-4.5L21.5 9 12 13.5z" />
    <path d="M6.5 11v5c3 2.7 8 2.7 11 0v-5" />
    <path d="M21.5 9v5.5" />
  </Icon>
);
