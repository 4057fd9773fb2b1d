/** Everything a packer can tell the bench. Labels and the sentence of each are in `shared/messages/command-words.ts`. */
export type CommandId =
  | 'confirm'
  | 'new-package'
  | 'seal'
  | 'rest'
  | 'move'
  | 'quantity'
  | 'repeat'
  | 'acknowledge'
  | 'undo'
  | 'hold'
  | 'cancel'
  | 'next'
  | 'batch'
  | 'weigh'
  | 'photo'
  | 'hand-over'
  | 'shift'
  | 'as-waybill'
  | 'way-out'
  | 'type'
  | 'help';

/** What decides whether a command means anything now; both the page's view and the backend's session give it. */
export type CommandSituation = {
  readonly step: 'order' | 'items' | 'serial' | 'waybill' | 'carrier' | 'confirm-none' | 'saved';
  /** An error stops the line. */
  readonly stopped: boolean;
  /** A question waits for its answer. */
  readonly question: string | null;
  /** An order lies on the bench, finished or not. */
  readonly order: boolean;
  /** Pieces in boxes that are not saved yet. */
  readonly unsavedPieces: number;
  /** The shop's packages are weighed, and one is on the bench. */
  readonly weighs: boolean;
  /** The open order's packages are photographed. */
  readonly photographs: boolean;
  /** The line stands because a photo is missing. */
  readonly lacksPhoto: boolean;
  /** The error on screen offers a way out besides seeing it. */
  readonly offer: boolean;
  /** A number that was just taken for an IMEI, or refused as one, may be the waybill. */
  readonly maybeWaybill: boolean;
  /** Something scanned ahead waits: a quantity, a move, a parked code. */
  readonly pending: boolean;
};

export type BenchCommand = {
  readonly id: CommandId;
  /** Two digits inside the barcode; printed sheets hang on walls, so a number is never given to another command. */
  readonly number: number | null;
  /** `KeyboardEvent.code` of its key, or one letter that is pressed alone. */
  readonly key: string;
  readonly allowed: (situation: CommandSituation) => boolean;
};

const free = ({ stopped, question }: CommandSituation): boolean => !stopped && question === null;
/** No order is under way. */
const between = (now: CommandSituation): boolean => free(now) && (!now.order || now.step === 'saved');
const packing = (now: CommandSituation): boolean => free(now) && now.order && now.step !== 'saved';
/** A piece that waits for its serial number lies where it is: its box is not closed, and it goes to no other one. */
const boxing = (now: CommandSituation): boolean => packing(now) && now.step !== 'serial';

/** All commands, in the order they are printed and shown. One key may serve two commands that are never allowed at once. */
export const COMMANDS: readonly BenchCommand[] = [
  {
    id: 'confirm',
    number: 1,
    key: 'F3',
    allowed: ({ stopped, step, question }) => !stopped && (question !== null || step === 'confirm-none'),
  },
  { id: 'new-package', number: 2, key: 'F2', allowed: (now) => boxing(now) && now.step !== 'confirm-none' },
  { id: 'seal', number: 3, key: 'F3', allowed: (now) => boxing(now) && now.step !== 'confirm-none' },
  { id: 'rest', number: 4, key: 'F4', allowed: (now) => packing(now) && now.step === 'items' },
  { id: 'undo', number: 9, key: 'F10', allowed: free },
  {
    id: 'acknowledge',
    number: 8,
    key: 'F8',
    allowed: ({ stopped, question }) => stopped || question === 'close-order',
  },
  {
    id: 'hold',
    number: 10,
    key: 'F9',
    allowed: (now) => packing(now) || (!now.stopped && now.question === 'hold-reason'),
  },
  {
    id: 'cancel',
    number: 11,
    key: 'Escape',
    allowed: (now) => !now.stopped && (now.question !== null || now.pending || (now.order && now.step !== 'saved')),
  },
  { id: 'next', number: 12, key: 'N', allowed: free },
  {
    id: 'batch',
    number: 20,
    key: 'B',
    allowed: between,
  },
  { id: 'hand-over', number: 21, key: 'H', allowed: between },
  { id: 'shift', number: null, key: 'S', allowed: between },
  { id: 'repeat', number: 7, key: 'R', allowed: () => true },
  { id: 'quantity', number: 6, key: 'F6', allowed: (now) => packing(now) && now.step === 'items' },
  { id: 'move', number: 5, key: 'M', allowed: (now) => boxing(now) && now.unsavedPieces > 0 },
  { id: 'weigh', number: 22, key: 'W', allowed: (now) => packing(now) && now.weighs && now.unsavedPieces > 0 },
  {
    id: 'as-waybill',
    number: 25,
    key: 'F6',
    allowed: (now) => now.maybeWaybill && now.step === 'waybill' && now.question === null && !now.offer,
  },
  {
    id: 'photo',
    number: 23,
    key: 'P',
    allowed: (now) => now.lacksPhoto || (packing(now) && now.photographs && now.unsavedPieces > 0),
  },
  { id: 'way-out', number: null, key: 'F6', allowed: ({ stopped, offer }) => stopped && offer },
  { id: 'type', number: null, key: 'F7', allowed: () => true },
  { id: 'help', number: null, key: 'F1', allowed: () => true },
];

/** The command a key stands for now, or null where it means nothing. */
export const commandForKey = (key: string, now: CommandSituation): CommandId | null =>
  COMMANDS.find((command) => command.key === key && command.allowed(now))?.id ?? null;

/** Whether a command means anything now. */
export const isAllowed = (id: CommandId, now: CommandSituation): boolean =>
  COMMANDS.find((command) => command.id === id)?.allowed(now) ?? false;
