import { parseArgs } from 'node:util';
import type { TrainingOptions } from './start-training-server.ts';

export type ProcessOptions = TrainingOptions & {
  /** Keeps running when standard input closes. */
  readonly stay: boolean;
};

/** Reads the arguments of the training process. Throws with a sentence for an unknown or wrong one. */
export function readOptions(args: readonly string[]): ProcessOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      state: { type: 'string' },
      port: { type: 'string', default: '0' },
      seed: { type: 'string', default: '1' },
      orders: { type: 'string' },
      further: { type: 'string' },
      'token-life-s': { type: 'string', default: '7200' },
      'takes-repeats': { type: 'boolean', default: false },
      stay: { type: 'boolean', default: false },
    },
  });
  return {
    stateDir: values.state,
    port: wholeNumber('port', values.port, 65535),
    seed: wholeNumber('seed', values.seed, 2 ** 31),
    orders: values.orders === undefined ? undefined : wholeNumber('orders', values.orders, 100_000),
    further: values.further === undefined ? undefined : wholeNumber('further', values.further, 10_000),
    tokenLifeS: wholeNumber('token-life-s', values['token-life-s'], 7200),
    takesRepeats: values['takes-repeats'],
    stay: values.stay,
  };
}

function wholeNumber(name: string, text: string, highest: number): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value > highest) throw new Error(`--${name} takes a whole number up to ${highest}`);
  return value;
}
