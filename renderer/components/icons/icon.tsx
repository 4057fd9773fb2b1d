import type { ReactNode } from 'react';

/** A line drawing on a 24-unit grid, as tall as the text around it; decoration only, the words carry the meaning. */
export const Icon = ({ children, weight = 2 }: { readonly children: ReactNode; readonly weight?: number }) => (
  <svg
    viewBox="0 0 24 24"
    width="1em"
    height="1em"
    fill="none"
    stroke="currentColor"
    strokeWidth={weight}
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
    focusable="false"
  >
    {children}
  </svg>
);
