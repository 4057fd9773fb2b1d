import { z } from 'zod';
import { BRIDGE_NAME, type DeskBridge } from '../../shared/channels.ts';
import type { Client } from '../../shared/contract/define.ts';
import { type AppContract, contract } from '../../shared/contract/index.ts';
import { createBridgeTransport } from './bridge-transport.ts';
import { createClient } from './client.ts';
import { createHttpTransport } from './http-transport.ts';
import { createLeaveDesk, type LeaveDesk } from './leave-desk.ts';
import { shareSignals, type Subscribe } from './signals.ts';
import type { Transport } from './transport.ts';

/** Everything the page has of the backend. */
export type Desk = {
  readonly client: Client<AppContract>;
  /** Signals until the returned function is called. */
  readonly subscribe: Subscribe;
  /** Where a refused command asks for somebody's leave. */
  readonly leave: LeaveDesk;
  readonly upload: Transport['upload'];
};

/** Connects the page: through the bridge where a preload has put one on the window, else over HTTP. */
export function connect(transport: Transport = chooseTransport(globalThis)): Desk {
  // zod compiles schemas with `Function` where it may; the page's policy forbids that and reports each attempt.
  z.config({ jitless: true });
  const leave = createLeaveDesk();
  return {
    client: createClient(contract, transport, leave.ask),
    leave,
    subscribe: shareSignals(transport),
    upload: transport.upload,
  };
}

/** The transport for a global object; only the presence of the bridge decides. */
export function chooseTransport(scope: object): Transport {
  const bridge: unknown = Reflect.get(scope, BRIDGE_NAME);
  return isBridge(bridge) ? createBridgeTransport(bridge) : createHttpTransport();
}

const isBridge = (value: unknown): value is DeskBridge =>
  typeof value === 'object' && value !== null && 'call' in value && 'onEvent' in value;
