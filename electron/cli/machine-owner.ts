import { statSync } from 'node:fs';
import { userInfo } from 'node:os';
import type { CallContext } from '../../shared/contract/define.ts';
import type { Problem } from '../../shared/contract/problem.ts';
import { ok, type Result } from '../../shared/kernel/result.ts';
import type { CliMessages } from './messages/zh.ts';
import { usageProblem } from './usage-problem.ts';

/**
 * The owner of the data folder, as an admin without a PIN: whoever owns its files could write themselves one anyway, but
 * not into the log. Errors: the folder is somebody else's. Windows has no user ids; there the folder's rights decide.
 */
export function machineOwner(dataDir: string, text: CliMessages): Result<CallContext, Problem> {
  const { uid, username } = userInfo();
  if (uid >= 0 && statSync(dataDir).uid !== uid) return usageProblem(text.operators.notOwner(dataDir));
  return ok({ role: 'admin', operator: `machine owner ${username}` });
}
