/** A line of inputs that are handled one at a time, in the order they came. */
export type BenchQueue<Input> = {
  readonly push: (input: Input) => void;
  /** Goes on after a stop; harmless otherwise. */
  readonly resume: () => void;
  readonly busy: () => boolean;
};

export type BenchQueueParts<Input> = {
  /** Handles one input. `stop` keeps all later ones in line until `resume`, `stay` keeps this one too. */
  readonly handle: (input: Input) => Promise<'go-on' | 'stop' | 'stay'>;
  readonly onLine: (line: readonly Input[]) => void;
};

/** Nothing pushed is ever dropped, merged or overtaken; the one being handled is the first of the line. */
export function createBenchQueue<Input>({ handle, onLine }: BenchQueueParts<Input>): BenchQueue<Input> {
  let line: readonly Input[] = [];
  let busy = false;
  let stopped = false;
  const setLine = (next: readonly Input[]): void => {
    line = next;
    onLine(line);
  };
  const run = async (): Promise<void> => {
    if (busy) return;
    busy = true;
    try {
      for (let first = line[0]; first !== undefined && !stopped; first = line[0]) {
        const then = await handle(first);
        stopped = then !== 'go-on';
        if (then !== 'stay') setLine(line.slice(1));
      }
    } finally {
      busy = false;
    }
  };
  return {
    push: (input) => {
      setLine([...line, input]);
      void run();
    },
    resume: () => {
      stopped = false;
      void run();
    },
    busy: () => busy,
  };
}
