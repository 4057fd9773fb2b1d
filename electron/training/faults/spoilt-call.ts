import type { ServerResponse } from 'node:http';
import type { Call } from '../core/call.ts';
import type { CallFault } from './fault-desk.ts';
import type { PlatformModule } from '../core/platform-module.ts';
import type { Reply } from '../core/reply.ts';

/** What one spoilt call needs. `apply` makes the request take effect and gives the true answer; it is called once. */
export type FaultPlay = {
  readonly fault: CallFault;
  readonly platform: PlatformModule;
  readonly call: Call;
  readonly response: ServerResponse;
  readonly apply: () => Reply;
  /** Told before anything is sent: the status and code the caller gets; status 0 is a cut connection. */
  readonly onAnswer: (status: number, code: string) => void;
  /** Runs a task after a while unless the server stops first. */
  readonly later: (delayMs: number, task: () => void) => void;
  readonly now: () => number;
};
