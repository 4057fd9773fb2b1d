import { benchEn } from './en/bench.ts';
import { codesEn } from './en/codes.ts';
import { historyEn } from './en/history.ts';
import { ordersEn } from './en/orders.ts';
import { outboxEn } from './en/outbox.ts';
import { packEn } from './en/pack.ts';
import { peopleEn } from './en/people.ts';
import { scannerEn } from './en/scanner.ts';
import { settingsEn } from './en/settings.ts';
import { shellEn } from './en/shell.ts';
import { shelfEn } from './en/shelf.ts';
import { shiftEn } from './en/shift.ts';
import { shopsEn } from './en/shops.ts';
import { signInEn } from './en/sign-in.ts';
import { welcomeEn } from './en/welcome.ts';
import { benchZh } from './zh-CN/bench.ts';
import { codesZh } from './zh-CN/codes.ts';
import { historyZh } from './zh-CN/history.ts';
import { ordersZh } from './zh-CN/orders.ts';
import { outboxZh } from './zh-CN/outbox.ts';
import { packZh } from './zh-CN/pack.ts';
import { peopleZh } from './zh-CN/people.ts';
import { scannerZh } from './zh-CN/scanner.ts';
import { settingsZh } from './zh-CN/settings.ts';
import { shellZh } from './zh-CN/shell.ts';
import { shelfZh } from './zh-CN/shelf.ts';
import { shiftZh } from './zh-CN/shift.ts';
import { shopsZh } from './zh-CN/shops.ts';
import { signInZh } from './zh-CN/sign-in.ts';
import { welcomeZh } from './zh-CN/welcome.ts';

/** Every message file, one namespace each. Chinese leads; the type makes English complete. */
export const messages = {
  'zh-CN': {
    shell: shellZh,
    pack: packZh,
    bench: benchZh,
    outbox: outboxZh,
    orders: ordersZh,
    shelf: shelfZh,
    shift: shiftZh,
    shops: shopsZh,
    settings: settingsZh,
    codes: codesZh,
    people: peopleZh,
    history: historyZh,
    scanner: scannerZh,
    signIn: signInZh,
    welcome: welcomeZh,
  },
  en: {
    shell: shellEn,
    pack: packEn,
    bench: benchEn,
    outbox: outboxEn,
    orders: ordersEn,
    shelf: shelfEn,
    shift: shiftEn,
    shops: shopsEn,
    settings: settingsEn,
    codes: codesEn,
    people: peopleEn,
    history: historyEn,
    scanner: scannerEn,
    signIn: signInEn,
    welcome: welcomeEn,
  },
} as const;

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'shell';
    resources: (typeof messages)['zh-CN'];
  }
}
