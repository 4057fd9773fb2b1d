import type { Problem, ProblemCode } from '../contract/problem.ts';

/** Problems after which the box must not leave: refund, hold, address or SKU change, already shipped. */
const STOP_THE_BOX: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'box-stopped',
  'order-flagged',
  'order-not-shippable',
  'order-nothing-left',
  'item-refunded',
]);

/** True where a person must physically stop the box: its alarm cannot be muted. */
export const stopsTheBox = (problem: Problem): boolean => STOP_THE_BOX.has(problem.code);
