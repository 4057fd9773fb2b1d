import type { OutboxReason } from '../domain/outbox-reason.ts';
import type { CatalogueText } from '../domain/platforms/reply-class.ts';

const CHECKED = 'Do not send it again: the app looks it up on the platform.';

/** What a person is told about each reason of our own. */
export const OUTBOX_REASONS_EN: Readonly<Record<OutboxReason, CatalogueText>> = {
  'bad-address': {
    meaning: 'The shop’s address cannot be used; nothing was sent.',
    remedy: 'Have an administrator check the address under Shops, then send now.',
  },
  'plain-http': {
    meaning: 'The shop’s address is not https; for safety nothing was sent.',
    remedy: 'Have an administrator change the address to https under Shops.',
  },
  dns: {
    meaning: 'The platform’s server could not be found; nothing was sent.',
    remedy: 'Nothing to do: it is sent when the network is back. If it stays, check the network and DNS.',
  },
  refused: {
    meaning: 'The platform’s server took no connection; nothing was sent.',
    remedy: 'Nothing to do: it is sent again by itself.',
  },
  unreachable: {
    meaning: 'There is no network; nothing was sent.',
    remedy: 'Nothing to do: it is sent when the network is back.',
  },
  'connect-timeout': {
    meaning: 'Connecting to the platform took too long; nothing was sent.',
    remedy: 'Nothing to do: it is sent again by itself.',
  },
  tls: {
    meaning: 'No safe connection to the platform came about; nothing was sent.',
    remedy: 'Have an administrator check this machine’s clock, antivirus and company gateway certificates.',
  },
  proxy: {
    meaning: 'The company proxy did not let it through; nothing was sent.',
    remedy: 'Have an administrator allow the platform’s address in the proxy.',
  },
  reset: { meaning: 'The connection broke while sending.', remedy: CHECKED },
  timeout: { meaning: 'The platform did not answer in time.', remedy: CHECKED },
  truncated: { meaning: 'Only half of the platform’s answer arrived.', remedy: CHECKED },
  'too-large': { meaning: 'The platform’s answer was far too large to be trusted.', remedy: CHECKED },
  'bad-encoding': { meaning: 'The platform’s answer was garbled and is not trusted.', remedy: CHECKED },
  'bad-http': { meaning: 'The platform’s answer broke the rules and is not trusted.', remedy: CHECKED },
  'wrong-answer': { meaning: 'The platform’s answer could not be understood.', remedy: CHECKED },
  'http-status': { meaning: 'The platform’s server reported an error.', remedy: CHECKED },
  crashed: {
    meaning: 'The app was closed or lost power while sending.',
    remedy: CHECKED,
  },
  'crash-loop': {
    meaning: 'The program stopped three times while sending this one. The platform may already have it.',
    remedy: 'Do not send it again. Have an administrator call support; all other packages go on.',
  },
  'payload-damaged': {
    meaning: 'The saved content no longer matches its checksum. The platform may already have it.',
    remedy: 'Do not send it again. Have an administrator run the full check under Settings and check the disk.',
  },
  'tries-spent': {
    meaning: 'It could not be sent after many tries and is on hold.',
    remedy: 'Look at the network and the shop first, then release it.',
  },
  'not-found-there': {
    meaning: 'Repeated looks show that the platform does not have this shipment.',
    remedy: 'Nothing to do: it is sent once more. If that was done already, a supervisor decides.',
  },
  'shipped-otherwise': {
    meaning: 'The platform shows another shipment for this order than ours.',
    remedy: 'Keep the box. A supervisor compares both waybills, then accepts the platform’s or changes the waybill.',
  },
  'look-failed': {
    meaning: 'Looking at the platform did not work.',
    remedy: 'Do not send it again: the app keeps looking. If urgent, look again by hand.',
  },
  'chain-broken': {
    meaning: 'The waybill change before this one did not come about, so this one was not sent. No change was used.',
    remedy: 'Open the package and correct the waybill it has now.',
  },
  'gate-closed': {
    meaning: 'The platform blocks the shop’s account; this one was not sent.',
    remedy: 'Have an administrator settle it under Shops; it is then sent by itself.',
  },
  'client-failed': { meaning: 'The program stopped on a fault while sending.', remedy: CHECKED },
  'rule-broken': {
    meaning: 'A self-check of the program failed; it is no longer sent. The platform may already have it.',
    remedy: 'Do not send it again. Have an administrator call support; all other packages go on.',
  },
  'credentials-missing': {
    meaning: 'This machine has no credentials of the shop; nothing was sent.',
    remedy: 'Have an administrator replace the credentials under Shops; it is then sent by itself.',
  },
  'order-on-hold': {
    meaning: 'The order has an after-sale case or a change by the buyer; the platform wants it kept.',
    remedy: 'Keep the box. A supervisor settles it in the back office; it is then sent by itself.',
  },
  'order-closed': {
    meaning: 'The order is closed or refunded; nothing is to be shipped.',
    remedy: 'Open the box, put the goods back, then withdraw it.',
  },
  'hold-expired': {
    meaning: 'It was on hold for 7 days and the cause never went away.',
    remedy: 'A supervisor looks at the order in the back office, then corrects or withdraws it.',
  },
  restored: {
    meaning: 'The data came from a backup; it may have been sent after that.',
    remedy: 'Do not send it again: each one is looked up on the platform.',
  },
  journal: { meaning: 'It was recovered from the scan journal.', remedy: CHECKED },
  'operator-shipped': { meaning: 'A person confirmed that it was shipped.', remedy: 'Nothing to do.' },
  'operator-not-shipped': {
    meaning: 'A person confirmed that it was not shipped.',
    remedy: 'Nothing to do: it is sent once more.',
  },
  'operator-cancelled': { meaning: 'A person withdrew it.', remedy: 'Take the box back from the hand-over area.' },
  'operator-accepted': {
    meaning: 'A person accepted the platform’s shipment.',
    remedy: 'Make sure the box carries the platform’s waybill.',
  },
  'operator-released': { meaning: 'A person released it.', remedy: 'Nothing to do: it is sent by itself.' },
  replaced: { meaning: 'It was corrected and replaced by a new entry.', remedy: 'Look at the new entry.' },
};
