import { COMMAND_PAGES } from '../../state/command-pages.ts';

/** Where the courier's pile is scanned, where the shift is, and where a closed one is shown. */
export const HAND_OVER_PATH = COMMAND_PAGES['hand-over'];
export const SHIFT_PATH = COMMAND_PAGES.shift;
export const closedShiftPath = (id: string): string => `/shift/${encodeURIComponent(id)}`;
