import type { ComponentType } from 'react';
import { ClockIcon } from '../components/icons/clock-icon.tsx';
import { HandIcon } from '../components/icons/hand-icon.tsx';
import { OrdersIcon } from '../components/icons/orders-icon.tsx';
import { OutboxIcon } from '../components/icons/outbox-icon.tsx';
import { QuestionIcon } from '../components/icons/question-icon.tsx';
import { PackIcon } from '../components/icons/pack-icon.tsx';
import { SettingsIcon } from '../components/icons/settings-icon.tsx';
import { TruckIcon } from '../components/icons/truck-icon.tsx';
import { ShopsIcon } from '../components/icons/shops-icon.tsx';
import { CodesScreen } from '../screens/codes/codes-screen.tsx';
import { HistoryScreen } from '../screens/history/history-screen.tsx';
import { OrdersScreen } from '../screens/orders/orders-screen.tsx';
import { OutboxScreen } from '../screens/outbox/outbox-screen.tsx';
import { PackScreen } from '../screens/pack/pack-screen.tsx';
import { PeopleScreen } from '../screens/people/people-screen.tsx';
import { ScannerScreen } from '../screens/scanner/scanner-screen.tsx';
import { ShelfScreen } from '../screens/shelf/shelf-screen.tsx';
import { ShiftScreen } from '../screens/shift/shift-screen.tsx';
import { SettingsScreen } from '../screens/settings/settings-screen.tsx';
import { ShopsScreen } from '../screens/shops/shops-screen.tsx';
import { WelcomeScreen } from '../screens/welcome/welcome-screen.tsx';

/** One page of the desk: where it lives, which Ctrl/Alt number opens it, and what the bar shows for it. */
export type Route = {
  readonly name: 'pack' | 'outbox' | 'orders' | 'shops' | 'settings' | 'codes' | 'history' | 'shelf' | 'shift';
  readonly path: string;
  /** What may follow the path, where the page opens one of its things by address. */
  readonly below?: string;
  readonly digit: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;
  readonly Icon: ComponentType;
  readonly Screen: ComponentType;
};

/** Where the bench lives; a scan on any other page leads here. */
export const PACK_PATH = '/';

/** The command barcodes to print; reached from the help sheet and the settings, not from the bar. */
export const COMMANDS_PATH = '/commands';

/** The pages in the order of the bar. A screen registers here and nowhere else. */
export const routes: readonly Route[] = [
  { name: 'pack', path: PACK_PATH, digit: 1, Icon: PackIcon, Screen: PackScreen },
  { name: 'outbox', path: '/outbox', digit: 2, Icon: OutboxIcon, Screen: OutboxScreen },
  { name: 'orders', path: '/orders', digit: 3, Icon: OrdersIcon, Screen: OrdersScreen },
  { name: 'shops', path: '/shops', digit: 4, Icon: ShopsIcon, Screen: ShopsScreen },
  { name: 'settings', path: '/settings', digit: 5, Icon: SettingsIcon, Screen: SettingsScreen },
  { name: 'codes', path: '/codes', below: '/:platform?/:key?', digit: 6, Icon: QuestionIcon, Screen: CodesScreen },
  { name: 'history', path: '/history', below: '/:shopId?/:orderId?', digit: 7, Icon: ClockIcon, Screen: HistoryScreen },
  { name: 'shelf', path: '/shelf', digit: 8, Icon: HandIcon, Screen: ShelfScreen },
  { name: 'shift', path: '/shift', below: '/:part?', digit: 9, Icon: TruckIcon, Screen: ShiftScreen },
];

/** Where the scanner is set up and watched; its pill leads there, the bar does not. */
export const SCANNER_PATH = '/scanner';

/** Who may work here; reached from the settings. */
const PEOPLE_PATH = '/people';

/** Pages without a place in the bar. */
export const sidePages: readonly Pick<Route, 'path' | 'below' | 'Screen'>[] = [
  { path: SCANNER_PATH, Screen: ScannerScreen },
  { path: PEOPLE_PATH, Screen: PeopleScreen },
];

/** Shown instead of everything until a language has been chosen once. */
export const FirstRun: ComponentType = WelcomeScreen;
