import { useState } from 'react';
import type { PackingView } from '../../../shared/contract/packing.ts';
import { useAppState, usePacking } from '../../state/app-state.tsx';
import { type BenchPanel, benchCommand } from './bench-command.ts';
import { type BenchOfferState, useBenchOffer } from './use-bench-offer.ts';
import { useBenchKeys } from './use-bench-keys.ts';

/** What is open on the bench besides the order, and what a key or a click does. */
export type Bench = {
  readonly panel: BenchPanel;
  readonly typed: { readonly text: string; readonly unended: boolean };
  readonly stray: string;
  readonly failed: boolean;
  readonly press: (code: string) => void;
  readonly scan: (text: string) => void;
  readonly pick: (code: string) => void;
  /** The name of a carrier that is not on the list. */
  readonly nameCarrier: (name: string) => void;
  readonly type: (text: string) => void;
  readonly closePanel: () => void;
  readonly offer: BenchOfferState;
};

const NOTHING_TYPED = { text: '', unended: false };

export function useBench(view: PackingView): Bench {
  const { packing } = useAppState();
  const failed = usePacking((state) => state.problem !== null && state.problem.code !== 'unreachable');
  const [panel, setPanel] = useState<BenchPanel>('none');
  const [typed, setTyped] = useState(NOTHING_TYPED);
  const [stray, setStray] = useState('');
  const { send, dismiss } = packing.getState();
  const offer = useBenchOffer(view);
  const scan = (text: string): void => {
    setStray('');
    send({ scan: text });
  };
  const openPanel = (next: BenchPanel): void => {
    setPanel(next);
    if (next !== 'typing') setTyped(NOTHING_TYPED);
  };
  const press = (code: string): void => {
    const effect = benchCommand(code, { view, panel, failed });
    if (effect?.kind === 'dismiss') dismiss();
    else if (effect?.kind === 'offer') offer.take();
    else if (effect?.kind === 'panel') openPanel(effect.panel);
    else if (effect) {
      if (panel === 'closing') setPanel('none');
      send({ act: effect.act });
    }
  };
  const pick = (code: string): void => send({ act: { action: 'pick-carrier', code } });
  const candidates = view.carrierChoice?.candidates ?? [];
  useBenchKeys({
    claimed: new Set(['/', ...candidates.map((_, index) => String(index + 1))]),
    onLone: (key) => {
      const candidate = candidates[Number(key) - 1];
      if (candidate) pick(candidate.code);
      else if (panel !== 'typing') openPanel('typing');
    },
    onCommand: press,
    onLeftover: (text, burst) => {
      if (!burst && panel !== 'typing') return setStray(text);
      setPanel('typing');
      setTyped((before) => ({ text: before.text + text, unended: burst }));
    },
  });
  return {
    panel,
    typed,
    stray,
    failed,
    offer,
    press,
    scan,
    pick,
    nameCarrier: (name) => send({ act: { action: 'name-carrier', name } }),
    type: (text) => setTyped((before) => ({ text, unended: before.unended && text !== '' })),
    closePanel: () => openPanel('none'),
  };
}
