/** Where the starts of the latest calls of each key are kept, as wall clock times in epoch ms. */
export type RateLogStore = {
  readonly load: (key: string) => readonly number[];
  readonly save: (key: string, startsMs: readonly number[]) => void;
};

/** A log that lasts as long as the process. */
export function createMemoryRateLog(): RateLogStore {
  const kept = new Map<string, readonly number[]>();
  return {
    load: (key) => kept.get(key) ?? [],
    save: (key, startsMs) => {
      kept.set(key, startsMs);
    },
  };
}
