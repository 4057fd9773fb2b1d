import { useState } from 'react';
import { useLocation } from 'wouter';
import type { PackingView } from '../../../shared/contract/packing.ts';
import type { Problem } from '../../../shared/contract/problem.ts';
import { useAppState, useClient } from '../../state/app-state.tsx';

/** The way out that is offered beside an error, and how far it has come. */
export type BenchOfferState = {
  readonly busy: boolean;
  /** Why it led nowhere. */
  readonly told: Problem | null;
  readonly take: () => void;
};

/** Takes the offer of the error on screen: to the saved package in the outbox, or to the platforms and back. */
export function useBenchOffer(view: PackingView): BenchOfferState {
  const { packing } = useAppState();
  const client = useClient();
  const [, navigate] = useLocation();
  const [busyWith, setBusyWith] = useState<string | null>(null);
  const [told, setTold] = useState<{ readonly about: string; readonly problem: Problem } | null>(null);
  const { blocked } = view;
  const about = blocked?.scanned ?? '';
  const { send } = packing.getState();
  const lookUp = async (code: string): Promise<void> => {
    setTold(null);
    setBusyWith(code);
    const answer = await client.orders.lookUp({ code });
    setBusyWith(null);
    // Whoever has gone on meanwhile is not called back to an order.
    if (packing.getState().view?.blocked?.scanned !== code) return;
    if (!answer.ok) return setTold({ about: code, problem: answer.error });
    send({ act: { action: 'acknowledge' } });
    const [found] = answer.value;
    if (found) send({ scan: found.orderId });
  };
  const take = (): void => {
    const offer = blocked?.offer;
    if (offer?.kind === 'excuse-photo') return send({ act: { action: 'excuse-photo' } });
    if (offer?.kind === 'look-up' && busyWith === null) void lookUp(about);
    if (offer?.kind !== 'correct' && offer?.kind !== 'open') return;
    send({ act: { action: 'acknowledge' } });
    navigate('/outbox', {
      state: { open: offer.opId, ...(offer.kind === 'correct' ? { act: 'correct-waybill' } : {}) },
    });
  };
  return { busy: busyWith !== null && busyWith === about, told: told?.about === about ? told.problem : null, take };
}
