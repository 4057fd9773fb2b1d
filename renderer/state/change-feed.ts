import type { EventName } from '../../shared/contract/event.ts';
import type { BackendLink, BackendSignal } from './backend-link.ts';

/**
 * Calls `reload` whenever one of `names` changed, and after any interruption, because then anything may have. Calls that
 * come while one is running are folded into one more run at the end.
 */
export function onChange(
  link: Pick<BackendLink, 'subscribe'>,
  names: readonly EventName[],
  reload: () => Promise<unknown>,
): () => void {
  let running = false;
  let again = false;
  const run = async (): Promise<void> => {
    if (running) {
      again = true;
      return;
    }
    running = true;
    try {
      do {
        again = false;
        await reload();
      } while (again);
    } finally {
      running = false;
    }
  };
  return link.subscribe((signal) => {
    if (concerns(signal, names)) void run();
  });
}

const concerns = (signal: BackendSignal, names: readonly EventName[]): boolean =>
  signal.kind === 'event' ? names.includes(signal.event.name) : signal.kind !== 'lost';
