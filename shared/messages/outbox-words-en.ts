import type { OutboxWords } from './outbox-words-zh.ts';

export const outboxWordsEn: OutboxWords = {
  states: {
    ready: 'To send',
    wait: 'Waiting to retry',
    sending: 'Sending',
    in_doubt: 'In doubt',
    held: 'On hold',
    rejected: 'Refused',
    conflict: 'Conflict',
    quarantined: 'Quarantined',
    cancelled: 'Withdrawn',
    shipped: 'Confirmed',
  },
  kinds: { send: 'Shipment', correct: 'New waybill' },
  actors: {
    packer: 'Packer',
    lead: 'Supervisor',
    admin: 'Administrator',
    platform: 'The platform',
    nobody: 'Nobody; the app does it by itself',
  },
  boxes: {
    ship: 'may go to the courier',
    keep: 'keep it here for now',
    open: 'open and pack again',
    relabel: 'needs a new waybill',
    none: 'leave it as it is',
  },
};
