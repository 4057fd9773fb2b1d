import type { Socket } from 'node:net';
import { err, ok, type Result } from '../../../../shared/kernel/result.ts';
import type { NetworkReason } from '../../../../shared/domain/platforms/network-reason.ts';
import type { NetworkFault } from './http-call.ts';
import { socketFault } from './socket-fault.ts';

/** One step of dialling, with a limit of its own. */
export type Stage<Ready extends Socket> = {
  readonly socket: Ready;
  readonly event: 'connect' | 'secureConnect';
  readonly limitMs: number;
  /** What an error without a telling code means at this step. */
  readonly fallback: NetworkReason;
};

/**
 * Waits for a socket to reach `event`. Afterwards the socket keeps a deaf `error` listener, because a reset that lands
 * between two steps would otherwise end the process; its `close` still tells whoever comes next.
 */
export function reachStage<Ready extends Socket>(stage: Stage<Ready>): Promise<Result<Ready, NetworkFault>> {
  const { socket, event, limitMs, fallback } = stage;
  socket.on('error', () => undefined);
  return new Promise((resolve) => {
    const finish = (outcome: Result<Ready, NetworkFault>): void => {
      clearTimeout(timer);
      socket.off(event, onReady).off('error', onError).off('close', onClose);
      if (!outcome.ok) socket.destroy();
      resolve(outcome);
    };
    const onReady = (): void => finish(ok(socket));
    const onError = (error: unknown): void => finish(err(socketFault(error, fallback)));
    const onClose = (): void => finish(err({ reason: fallback, message: `closed before ${event}` }));
    const timer = setTimeout(
      () => finish(err({ reason: 'connect-timeout', message: `no ${event} within ${limitMs} ms` })),
      limitMs,
    );
    socket.on(event, onReady).on('error', onError).on('close', onClose);
  });
}
