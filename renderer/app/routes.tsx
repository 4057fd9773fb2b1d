import type { ComponentType } from 'react';
import { PackIcon } from '../components/icons/pack-icon.tsx';
import { PackScreen } from '../screens/pack/pack-screen.tsx';

/** One page of the desk: where it lives, which Ctrl/Alt number opens it, and what the bar shows for it. */
export type Route = {
  readonly name: 'pack' | 'outbox' | 'orders' | 'shops' | 'settings';
  readonly path: string;
  readonly digit: 1 | 2 | 3 | 4 | 5;
  readonly Icon: ComponentType;
  readonly Screen: ComponentType;
};

/** Where the bench lives; a scan on any other page leads here. */
export const PACK_PATH = '/';

/** The pages in the order of the bar. A screen registers here and nowhere else. */
export const routes: readonly Route[] = [
  { name: 'pack', path: PACK_PATH, digit: 1, Icon: PackIcon, Screen: PackScreen },
];

/** Shown instead of everything until a language has been chosen once; null while there is none. */
export const FirstRun: ComponentType | null = null;
