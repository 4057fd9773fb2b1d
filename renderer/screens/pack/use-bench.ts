import { useState } from 'react';
import { useLocation } from 'wouter';
import type { PackingView } from '../../../shared/contract/packing.ts';
import { useAppState, usePacking } from '../../state/app-state.tsx';
import type { BenchAct } from '../../state/bench-input.ts';
import { type BenchPanel, benchCommand } from './bench-command.ts';
import { choiceActs, letterKeys, situationOf } from './command-situation.ts';
import { useAskedNumber } from './use-asked-number.ts';
import { useScaleWeight } from './use-scale-weight.ts';
import { type BenchOfferState, useBenchOffer } from './use-bench-offer.ts';
import { FINDER } from './carrier-finder.tsx';
import { type CarrierFind, useCarrierFind } from './use-carrier-find.ts';
import { useBenchKeys } from '../../scanning/use-bench-keys.ts';

/** What is open on the bench besides the order, and what a key or a click does. */
export type Bench = {
  readonly panel: BenchPanel;
  readonly typed: { readonly text: string; readonly unended: boolean };
  readonly stray: string;
  readonly failed: boolean;
  readonly press: (code: string) => void;
  readonly scan: (text: string) => void;
  readonly act: (act: BenchAct) => void;
  readonly type: (text: string) => void;
  readonly closePanel: () => void;
  readonly offer: BenchOfferState;
  readonly find: CarrierFind;
};

const NOTHING_TYPED = { text: '', unended: false };

/** `takePhoto` is what the key for a photo does. */
export function useBench(view: PackingView, takePhoto: () => void): Bench {
  const { packing } = useAppState();
  const failed = usePacking((state) => state.problem !== null && state.problem.code !== 'unreachable');
  const { panel, typed, openPanel, typeLeftover, type } = useTypedPanel();
  const [stray, setStray] = useState('');
  const [, navigate] = useLocation();
  const { send, dismiss } = packing.getState();
  const offer = useBenchOffer(view);
  const scan = (text: string): void => {
    setStray('');
    send({ scan: text });
  };
  const press = (code: string): void => {
    const effect = benchCommand(code, { view, panel, failed });
    if (effect?.kind === 'dismiss') dismiss();
    else if (effect?.kind === 'offer') offer.take();
    else if (effect?.kind === 'photo') takePhoto();
    else if (effect?.kind === 'page') navigate(effect.path);
    else if (effect?.kind === 'panel') openPanel(effect.panel);
    else if (effect) send({ act: effect.act });
  };
  const { find, choices } = useChoices(view);
  const letters = failed ? [] : letterKeys(situationOf(view));
  useAskedNumber(openPanel);
  useScaleWeight(view, send);
  useBenchKeys({
    claimed: new Set(['/', ...choices.map((_, index) => String(index + 1)), ...letters]),
    onLone: (key) => {
      const act = choices[Number(key) - 1];
      if (act?.action === 'answer' && act.option === 'other') focusOn('hold-note');
      else if (act) send({ act });
      else if (letters.includes(key)) press(key.toUpperCase());
      else if (view.carrierChoice && panel === 'none') focusOn(FINDER);
      else if (panel !== 'typing') openPanel('typing');
    },
    onCommand: press,
    onLeftover: (text, burst) => {
      if (!burst && panel !== 'typing') setStray(text);
      else typeLeftover(text, burst);
    },
  });
  return {
    ...{ panel, typed, stray, failed, offer, find, press, scan, type },
    act: (act) => {
      if (act.action === 'quantity' || act.action === 'weigh') openPanel('none');
      send({ act });
    },
    closePanel: () => openPanel('none'),
  };
}

/** The panel that is open, and what was typed into it so far. */
function useTypedPanel() {
  const [panel, setPanel] = useState<BenchPanel>('none');
  const [typed, setTyped] = useState(NOTHING_TYPED);
  return {
    panel,
    typed,
    openPanel: (next: BenchPanel): void => {
      setPanel(next);
      if (next !== 'typing') setTyped(NOTHING_TYPED);
    },
    /** Keys that no field took: a code a scanner did not end, or the first letters of a hand. */
    typeLeftover: (text: string, burst: boolean): void => {
      setPanel('typing');
      setTyped((before) => ({ text: before.text + text, unended: burst }));
    },
    type: (text: string): void => setTyped((before) => ({ text, unended: before.unended && text !== '' })),
  };
}

/** What the digits choose from. */
function useChoices(view: PackingView) {
  const find = useCarrierFind(view);
  return { find, choices: choiceActs(view, find.shown) };
}

const focusOn = (id: string): void => document.getElementById(id)?.focus();
