import { Icon } from './icon.tsx';

export const CameraIcon = () => (
  <Icon>
    <path d="M3.5 7.5h4l1.8-2.5h5.4l1.8 2.5h4v12h-17z" />
    <circle cx="12" cy="13.2" r="3.6" />
  </Icon>
);
