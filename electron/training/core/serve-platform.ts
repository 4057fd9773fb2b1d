import type { ServerResponse } from 'node:http';
import type { Call } from './call.ts';
import type { FaultDesk } from '../faults/fault-desk.ts';
import { playFault } from '../faults/fault-play.ts';
import type { Ledger } from '../book/ledger.ts';
import type { Endpoint, PlatformModule } from './platform-module.ts';
import { sendReply } from './send-reply.ts';

type Deps = {
  readonly platforms: readonly PlatformModule[];
  readonly faults: FaultDesk;
  readonly ledger: Ledger;
  readonly now: () => number;
  /** Runs a task after a while and gives a way to call it off. */
  readonly at: (delayMs: number, task: () => void) => () => void;
  /** Number of the last request of an earlier run. */
  readonly lastRequest: number;
};

/** Answers calls to platform addresses; `false` where no platform has the address. */
export type ServePlatform = {
  readonly serve: (call: Call, response: ServerResponse) => Promise<boolean>;
  readonly stop: () => void;
};

export function createServePlatform({ platforms, faults, ledger, now, at, lastRequest }: Deps): ServePlatform {
  let count = lastRequest;
  const waiting = new Set<() => void>();
  const later = (delayMs: number, task: () => void): void => {
    const callOff = at(delayMs, () => {
      waiting.delete(callOff);
      task();
    });
    waiting.add(callOff);
  };
  const serveEndpoint = async (
    platform: PlatformModule,
    endpoint: Endpoint,
    call: Call,
    response: ServerResponse,
  ): Promise<void> => {
    count += 1;
    const request = `r${count}`;
    const orderId = platform.orderIdOf(call);
    const fault = faults.take({ kind: endpoint.kind, orderId });
    ledger.append({
      kind: 'request',
      request,
      call: endpoint.kind,
      path: call.path,
      orderId,
      ...(endpoint.kind === 'token' ? {} : { body: call.bodyText }),
      ...(fault === undefined ? {} : { fault: fault.mode }),
    });
    const apply = () => endpoint.handle({ ...call, request });
    const onAnswer = (status: number, code: string, requestId?: string): void => {
      ledger.append({ kind: 'answered', request, status, code, ...(requestId === undefined ? {} : { requestId }) });
    };
    if (fault !== undefined) {
      await playFault({ fault, platform, call, response, apply, onAnswer, later, now });
      return;
    }
    const reply = apply();
    onAnswer(reply.status, reply.code, reply.requestId);
    sendReply(response, reply);
  };
  return {
    serve: async (call, response) => {
      for (const platform of platforms) {
        const endpoint = platform.endpoints.get(call.path);
        if (endpoint === undefined) continue;
        await serveEndpoint(platform, endpoint, call, response);
        return true;
      }
      return false;
    },
    stop: () => {
      for (const callOff of waiting) callOff();
      waiting.clear();
    },
  };
}
