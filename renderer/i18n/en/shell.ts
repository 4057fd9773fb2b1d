import type { MessageShape } from '../message-shape.ts';
import type { shellZh } from '../zh-CN/shell.ts';

export const shellEn: MessageShape<typeof shellZh> = {
  nav: {
    label: 'Pages',
    pack: 'Pack',
    outbox: 'Outbox',
    orders: 'Orders',
    shops: 'Shops',
    settings: 'Settings',
    codes: 'Codes',
    history: 'History',
    shelf: 'Shelf',
    shift: 'Shift',
  },
  pill: {
    label: 'Status',
    networkOk: 'Network OK',
    networkOff: 'Offline {{for}}',
    queue: 'Queue {{count}}',
    oldest: 'oldest {{age}}',
    inDoubt: 'In doubt {{count}}',
    needsYou: '{{count}} need you',
    needsYou_one: '1 needs you',
    noShop: 'No shop yet',
    shops: '{{count}} shops',
    shopPaused: '{{count}} shops stopped',
    shopPaused_one: '1 shop stopped',
    clock: 'Clock off by {{minutes}} min',
    unbalanced: 'Books do not balance: call the lead',
    short: { books: 'Books', clock: 'Clock', online: 'Online', paused: '{{count}} off' },
  },
  alarm: {
    'check-failed': {
      warning: 'Data check failed: call the lead',
      red: 'Data check failed: call the lead',
      short: 'Data',
    },
    'disk-low': {
      warning: 'Disk: {{count}} MB left',
      red: 'Disk: {{count}} MB left, free some before scanning',
      short: 'Disk',
    },
    'doubt-old': {
      warning: '{{count}} in doubt for long',
      red: '{{count}} in doubt, and time is short',
      short: 'Doubt',
    },
    'orders-unread': { warning: 'Unreadable orders: {{count}}', red: 'Unreadable orders: {{count}}', short: 'Orders' },
    'backup-failed': { warning: 'Backup failed', red: 'Backup failed', short: 'Backup' },
  },
  recovery: {
    short: {
      damaged: 'The data was damaged and is recovered',
      missing: 'The data was gone and is recovered',
      'changes-lost': 'The data is not the newest',
      restored: 'The chosen backup is in place',
      copied: 'The data is a copy; nothing is sent yet',
      'not-restored': 'Nothing was restored; the data is as it was',
    },
    detail: 'You can go on packing. An admin should look.',
    signIn: 'Sign in and pack as usual. An admin should sign in and press “What happened”.',
    open: 'What happened',
    done: 'Done at {{time}}',
    happened: 'What happened at {{time}}',
    check: 'Please check one by one',
    later: 'Later',
    toOutbox: 'To the outbox',
    acknowledge: 'I have read this (admin)',
  },
  scanner: {
    ok: 'Scanner OK',
    idle: 'Scanner ready',
    ime: 'IME bypassed',
    noEnter: 'No Enter from the scanner',
    keyboard: 'Keyboard',
    short: { ok: 'OK', idle: 'Ready', ime: 'IME', noEnter: 'No Enter', keyboard: 'Keys' },
    sink: 'Scans arrive here',
  },
  offline: {
    title: 'Offline {{for}}: keep packing',
    detail: 'Saved packages leave by themselves when the network returns',
    ordersAsOf: 'Orders as of {{time}}',
  },
  plainHttp: {
    title: 'Not encrypted: {{shops}}',
    and: ', ',
    detail:
      'This shop’s token travels unencrypted. Use it only on a network you trust, never on public Wi-Fi, with a separate low-value token.',
  },
  unreachable: {
    title: 'The desk does not answer',
    detail:
      'Stop packing for now. Saved packages are safe; this page goes on by itself when the desk is back. If it stays, open Dispatch Desk again.',
  },
  training: {
    tag: 'PRACTICE',
    detail: 'Practice mode: nothing is really shipped',
  },
  blurred: {
    title: 'Click the window, then scan',
    detail: 'Another window is in front and would get the scan',
  },
  age: {
    seconds: '{{count}} s',
    minutes: '{{count}} min',
    hours: '{{count}} h',
    days: '{{count}} d',
  },
  action: {
    close: 'Close',
  },
  crash: {
    title: 'The page failed',
    detail: 'Saved packages are safe. Reload to go on where you were.',
    reload: 'Reload',
  },
};
