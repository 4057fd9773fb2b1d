import type { PackingView, Verdict } from '../../shared/contract/packing.ts';
import { type BenchInput, isScan } from './bench-input.ts';

/** A refusal waits this long for another code of the same trigger pull, which may be the right one. */
const PULL_MS = 120;

export type Outcome = { readonly verdict: Verdict; readonly view: PackingView };
export type RefusalHoldParts = {
  readonly show: (input: BenchInput, outcome: Outcome) => void;
  /** Inputs not answered yet, the current one first. */
  readonly line: () => readonly BenchInput[];
};

/** Shows outcomes as they come, but a refused code only after its trigger pull: what was accepted of that pull counts. */
export function createRefusalHold({
  show,
  line,
}: RefusalHoldParts): (input: BenchInput, outcome: Outcome) => Promise<void> {
  let held: { readonly input: BenchInput; readonly view: PackingView } | null = null;
  return async (input, outcome) => {
    if (held && outcome.verdict === 'pull-ignored') held = { ...held, view: outcome.view };
    else if (isScan(input) && outcome.verdict === 'refused') held = { input, view: outcome.view };
    else {
      held = null;
      return show(input, outcome);
    }
    if (await moreOfPull(input, line)) return;
    const { input: refused, view } = held;
    held = null;
    show(refused, { verdict: 'refused', view });
  };
}

/** Whether another code of this one's trigger pull is in line, or comes within a moment. */
async function moreOfPull(input: BenchInput, line: () => readonly BenchInput[]): Promise<boolean> {
  if (!isScan(input) || input.origin.source === 'typed') return false;
  const { run, pull } = input.origin;
  const next = (): boolean => {
    const [, second] = line();
    return second !== undefined && isScan(second) && second.origin.run === run && second.origin.pull === pull;
  };
  if (!next() && line().length < 2) await new Promise((done) => setTimeout(done, PULL_MS));
  return next();
}
