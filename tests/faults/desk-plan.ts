import type { OpState } from '../../shared/domain/op.ts';
import type { PlatformId } from '../../shared/domain/platforms/platform-id.ts';
import type { OpPayload } from '../../shared/domain/shipment.ts';

/** A practice shop as a desk process adds it. */
export type PlanShop = {
  readonly id: string;
  readonly platform: PlatformId;
  readonly baseUrl: string;
  readonly credentials: Readonly<Record<string, string>>;
};

/**
 * `doubt`: what a dead process was sending goes back into the queue, as common queues do it. `flush`: commits are not
 * flushed, as the library leaves it. `settle`: a look counts at once. `lanes`: an op need not wait for those before it.
 * `commit`: a package is acknowledged although it could not be saved. `unsure`: an answer that says nothing counts as
 * not sent. `lock`: others may open the database too. `pace`: an account's calls are spaced by a clock that runs too fast.
 */
export type Protection = 'doubt' | 'flush' | 'settle' | 'lanes' | 'commit' | 'unsure' | 'lock' | 'pace';

/** A package to be saved, or another waybill for one. */
export type PlanPackage = { readonly shopId: string; readonly payload: OpPayload };

/** A clock that is off by `byMs` and jumps by `jumpMs` after `afterMs`. */
export type ClockOff = { readonly byMs: number; readonly jumpMs: number; readonly afterMs: number };

/** What a desk process is told to do. */
export type DeskPlan = {
  readonly dataDir: string;
  readonly shops: readonly PlanShop[];
  readonly settings: Readonly<Record<string, number>>;
  /** `pack`: save and send until killed; `drain`: send what is left; `decide`: as a person first, by the judge's truth. */
  readonly task: 'pack' | 'drain' | 'decide';
  readonly packages: readonly PlanPackage[];
  /** Orders the judge knows to be shipped (with `chains`: waybills), for `decide`. */
  readonly shipped: readonly string[];
  /** The protection taken away, for a run that must fail. */
  readonly without: Protection | null;
  /** Saves all packages at once, as an import does, so that many are due together; otherwise one after the other. */
  readonly together?: boolean;
  /** Orders have several ops each, told apart by their waybills; and a lead sees to what is refused or held meanwhile. */
  readonly chains?: boolean;
  /** The desk's own clock, where it is not right. */
  readonly clock?: ClockOff;
  /** How long `drain` and `decide` may take. */
  readonly drainMs: number;
};

/** What a desk process says: a promise to the packer, a fault of its own, or how everything stands in the end. */
export type DeskLine =
  | { readonly ready: true }
  /** An order's package; with `chains` the waybill of an op. */
  | { readonly saved: string }
  | { readonly error: string }
  /** Another desk has the data folder, or it cannot be opened. */
  | { readonly refused: string }
  | DeskEnd;

export type DeskEnd = {
  /** Ops a person had to decide. */
  readonly byPerson: number;
  /** Attempts whose end was never written, because the process ended in the middle of them. */
  readonly cutShort: number;
  readonly timedOut: boolean;
  readonly states: readonly (readonly [orderId: string, state: OpState, waybill: string])[];
  readonly conservation: { readonly balanced: boolean; readonly accounted: number };
  readonly journal: { readonly missingOps: number; readonly damagedLines: number };
  readonly integrity: string;
};
