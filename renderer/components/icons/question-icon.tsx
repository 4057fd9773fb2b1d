import { Icon } from './icon.tsx';

export const QuestionIcon = () => (
  <Icon>
    <path d="M8.5 9a3.5 3.5 0 1 1 5.2 3c-1.2.7-1.7 1.3-1.7 2.6" />
    <path d="M12 18.4h.01" />
  </Icon>
);
