import type { Backend } from '../../electron/services/backend.ts';
import type { CallContext, Client } from '../../shared/contract/define.ts';
import { contract, type AppContract } from '../../shared/contract/index.ts';
import { createClient } from '../../renderer/api/client.ts';

/** Calls a backend as a person at it would, for tests that need no page; refusals come back as they are. */
export const callerOf = (
  { call }: Pick<Backend, 'call'>,
  context: CallContext = { role: 'admin', operator: 'Ling' },
): Client<AppContract> => createClient(contract, { call: (message) => call(message, context) });
