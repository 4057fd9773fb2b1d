import type { MessageShape } from '../message-shape.ts';
import type { shelfZh } from '../zh-CN/shelf.ts';

export const shelfEn: MessageShape<typeof shelfZh> = {
  title: 'Problem shelf',
  subtitle: 'Boxes to be kept back, and orders put aside. Each place on the shelf has a number.',
  load: 'Loading…',
  stopped: {
    title: 'Boxes to hold back ({{count}})',
    none: 'No box has to be held back.',
    box: 'Box {{no}}',
    tail: 'Waybill {{carrier}} …{{tail}}',
    saved: 'Saved {{at}} by {{by}}',
    raised: 'Stopped {{age}} ago',
    heard: 'Seen by {{by}}',
    unheard: 'Nobody has seen it',
    handed: 'The courier took it {{at}}: call them to bring it back',
    found: 'Found and put there',
  },
  held: {
    title: 'Orders put aside ({{count}})',
    none: 'No order was put aside.',
    by: 'By {{by}}, {{age}} ago',
    pieces: 'Packed pieces: {{count}}',
    resume: 'Scan its number to go on',
    waits: 'Waits for a lead',
    lift: 'Lift (lead)',
  },
  place: 'No. {{no}}',
};
