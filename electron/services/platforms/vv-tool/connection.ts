import type { Clock } from '../../ports.ts';
import { DAY_MS } from '../../../../shared/kernel/time.ts';
import type { Account, ConnectionReport, ReadFailure, ReadResult } from '../platform.ts';
import { authorise } from './authorise.ts';
import { fetchCarriers } from './carriers.ts';
import type { ReadCall } from './read-call.ts';

/**
 * Tests token, authorisation and carriers. It is also what a closed gate is tried with, again and again, so the charged
 * carrier list is asked for at most once a day.
 */
export function createCheckConnection(deps: { readonly read: ReadCall; readonly clock: Clock }) {
  const { read, clock } = deps;
  const counted = new Map<string, { readonly carriers: number; readonly atMs: number }>();
  return async (account: Account): Promise<ReadResult<ConnectionReport>> => {
    const authorised = await authorise(read, account);
    if (!authorised.ok && !isOnlyThisCall(authorised.error)) return authorised;
    if (authorised.ok && !authorised.value.authorised) return { ok: false, error: authorised.value.refusal };
    const known = counted.get(account.shopId);
    if (authorised.ok && known !== undefined && clock.now() - known.atMs < DAY_MS)
      return { ok: true, value: { carriers: known.carriers, serverTimeMs: null } };
    const reply = await fetchCarriers(read, account);
    if (!reply.ok) return reply;
    counted.set(account.shopId, { carriers: reply.value.carriers.length, atMs: clock.now() });
    return { ok: true, value: { carriers: reply.value.carriers.length, serverTimeMs: reply.value.serverTimeMs } };
  };
}

/** An account may lack the question itself; that says nothing about shipping. */
const isOnlyThisCall = ({ kind, code }: ReadFailure): boolean =>
  kind === 'refused' || kind === 'bad-answer' || kind === 'not-found' || code === '204:permission';
