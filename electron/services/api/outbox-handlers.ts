import type { Handlers } from '../../../shared/contract/define.ts';
import type { AppContract } from '../../../shared/contract/index.ts';
import type { OpRow } from '../../../shared/contract/outbox.ts';
import type { Problem } from '../../../shared/contract/problem.ts';
import type { Carrier } from '../../../shared/domain/carrier.ts';
import { carrierByName, unlistedNameMax } from '../../../shared/domain/carriers/unlisted-carrier.ts';
import { capabilitiesOf } from '../../../shared/domain/platforms/platform-list.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { OrderStore } from '../orders/order-store.ts';
import type { Shippable } from '../orders/shippable.ts';
import { notAllowed, type Decision } from '../outbox/people/decide.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { StoredOp } from '../outbox/store/op-row.ts';
import type { PackageExtrasStore } from '../packing/package-extras.ts';
import type { Photos } from '../photos/photos.ts';
import { readWaybill } from '../packing/read-code.ts';
import type { CarrierStore } from '../shops/carrier-store.ts';
import type { ShopStore } from '../shops/shop-store.ts';
import type { Spending } from '../shops/spending.ts';
import { type ExportDeps, exportOutbox } from './export-outbox.ts';
import { leftMeanwhile } from './left-meanwhile.ts';
import { opRow, opStory } from './op-views.ts';

type Deps = Pick<ExportDeps, 'files' | 'audit' | 'clock'> & {
  readonly outbox: Pick<Outbox, 'counts' | 'drain' | 'desk' | 'recheckAccount' | 'opsOfOrder'>;
  readonly orders: Pick<OrderStore, 'get'>;
  readonly shippable: Pick<Shippable, 'isLeft'>;
  readonly shops: Pick<ShopStore, 'get'>;
  /** The shop's carrier list as it is known, without a call. */
  readonly carriers: Pick<CarrierStore, 'list'>;
  /** What calls about an order have cost. */
  readonly costOf: Spending['ofOrder'];
  readonly extras: Pick<PackageExtrasStore, 'of'>;
  readonly photos: Pick<Photos, 'of'>;
};

type OpAnswer = Result<OpRow, Problem>;

/** Answers `outbox.*`. */
export function outboxHandlers(deps: Deps): Handlers<AppContract>['outbox'] {
  const { outbox, shops } = deps;
  const { desk } = outbox;
  const row = (op: StoredOp): OpRow => opRow({ desk, shops }, op);
  const answer = (result: Result<StoredOp, Problem>): OpAnswer => (result.ok ? ok(row(result.value)) : result);
  const find = (id: string): Result<StoredOp, Problem> => {
    const op = desk.find(id);
    return op === null ? err({ code: 'op-not-found', id }) : ok(op);
  };
  const decide = (id: string, decision: Decision, operator: string, detail: Record<string, string> = {}): OpAnswer =>
    answer(desk.decide(id, decision, { actor: operator, detail }));
  return {
    summary: () => ok(summaryOf(outbox)),
    list: (question) => {
      const page = desk.page(question);
      return ok({ rows: page.ops.map(row), next: page.next });
    },
    story: ({ id }) => {
      const op = find(id);
      if (!op.ok) return op;
      const story = opStory({ ...deps, desk }, op.value);
      return story === null ? err({ code: 'database-damaged', detail: id }) : ok(story);
    },
    lookAgain: async ({ id }) => {
      const op = find(id);
      if (!op.ok) return op;
      if (!desk.actions(op.value).includes('look-again')) return err(notAllowed(op.value, 'look-again'));
      await desk.lookNow(op.value);
      return answer(find(id));
    },
    retryNow: ({ id }, { operator }) => decide(id, 'hurry', operator),
    cancel: ({ id, reason }, { operator }) => decide(id, 'cancel', operator, { reason }),
    release: ({ id, reason }, { operator }) => {
      const released = desk.decide(id, 'release', { actor: operator, detail: { reason } });
      if (released.ok) outbox.recheckAccount(released.value.shopId);
      return answer(released);
    },
    resolve: ({ id, as, reason, evidence }, { operator }) =>
      decide(id, as === 'cancel' ? 'withdraw' : as, operator, { reason, evidence }),
    edit: (input, { operator }) => edit(deps, input, operator, answer),
    correct: ({ id, carrierCode, waybill }, { operator }) => {
      const op = find(id);
      if (!op.ok) return op;
      const number = readWaybill(waybill, op.value.orderId);
      if (!number.ok) return number;
      const carrier = carrierOf(deps, op.value, carrierCode);
      if (!carrier.ok) return carrier;
      return answer(desk.correct(id, { carrier: carrier.value, waybill: number.value }, operator));
    },
    refuseRefund: ({ id, reason }, { operator }) => {
      const gone = leftMeanwhile(deps, desk.find(id));
      return gone === null ? answer(desk.refuseRefund(id, { operator, reason })) : err(gone);
    },
    export: async (question, by) => ok(await exportOutbox({ ...deps, page: pagesOf(desk, row) }, question, by)),
    drain: async (options) => {
      const { timedOut } = await outbox.drain(options);
      return ok({ perState: outbox.counts().perState, timedOut });
    },
  };
}

const summaryOf = (outbox: Pick<Outbox, 'counts'>) => {
  const { perState, needsYou, oldestOpenAt } = outbox.counts();
  return { perState, needsYou, oldestOpenAt };
};

/** The list's pages as rows to be shown. */
const pagesOf =
  (desk: Outbox['desk'], row: (op: StoredOp) => OpRow): ExportDeps['page'] =>
  (question) => {
    const { ops, next } = desk.page(question);
    return { rows: ops.map(row), next };
  };

type EditInput = {
  readonly id: string;
  readonly carrierCode?: string | undefined;
  readonly carrierName?: string | undefined;
  readonly waybill?: string | undefined;
  readonly serialNumbers?: readonly string[] | undefined;
};

function edit(
  deps: Deps,
  { id, carrierCode, carrierName, waybill, serialNumbers }: EditInput,
  operator: string,
  answer: (result: Result<StoredOp, Problem>) => OpAnswer,
): OpAnswer {
  const { desk } = deps.outbox;
  const op = desk.find(id);
  if (op === null) return err({ code: 'op-not-found', id });
  const gone = leftMeanwhile(deps, op);
  if (gone !== null) return err(gone);
  const number = waybill === undefined ? null : readWaybill(waybill, op.orderId);
  if (number?.ok === false) return number;
  const named = carrierName === undefined ? null : namedCarrier(deps, op, carrierName);
  const carrier = named ?? (carrierCode === undefined ? null : carrierOf(deps, op, carrierCode));
  if (carrier?.ok === false) return carrier;
  const change = {
    ...(carrier === null ? {} : { carrier: carrier.value }),
    ...(number === null ? {} : { waybill: number.value }),
    ...(serialNumbers === undefined ? {} : { serialNumbers }),
  };
  return answer(desk.edit(id, change, operator));
}

/** A carrier by its name, on the list or not, where the platform takes one that is not. */
function namedCarrier(deps: Deps, op: StoredOp, name: string): Result<Carrier, Problem> {
  const ways = capabilitiesOf(op.platform);
  const carrier = carrierByName(ways, deps.carriers.list(op.shopId), name);
  return carrier === null ? err({ code: 'carrier-name-invalid', name, most: unlistedNameMax(ways) ?? 0 }) : ok(carrier);
}

/** A carrier on the shop's own list. What the op already has stays possible where the list is not known yet. */
function carrierOf(deps: Deps, op: StoredOp, code: string): Result<Carrier, Problem> {
  const list = deps.carriers.list(op.shopId);
  const listed = list.find((carrier) => carrier.code === code);
  if (listed !== undefined) return ok(listed);
  if (code === op.carrierCode) return ok({ code, name: op.carrierName });
  return list.length === 0
    ? err({ code: 'carrier-list-missing', shop: deps.shops.get(op.shopId)?.name ?? '' })
    : err({ code: 'carrier-not-on-list', carrier: code });
}
