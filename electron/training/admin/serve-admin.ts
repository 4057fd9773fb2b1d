import type { Call } from '../core/call.ts';
import type { Reply } from '../core/reply.ts';
import { adminError, type AdminRoutes } from './admin-route.ts';
import { SHEET_PATH } from './sheet-routes.ts';

export const ADMIN_PREFIX = '/__training/';

/** A header no web page can send to another origin without asking first. */
const ADMIN_HEADER = 'x-training';

const LOOPBACK_HOST = /^(?:127\.0\.0\.1|localhost):\d+$/;

/**
 * Answers the training desk. It holds no secret, but a page of some web site must not be able to drive it: the Host must
 * be the loopback address and the header set. The printed sheet changes nothing and opens without the header.
 */
export function createServeAdmin(routes: AdminRoutes): (call: Call) => Promise<Reply> {
  return async (call) => {
    if (!LOOPBACK_HOST.test(call.header('host'))) return adminError(403, 'Only on the loopback address');
    const open = call.method === 'GET' && call.path === SHEET_PATH;
    if (!open && call.header(ADMIN_HEADER) !== '1') return adminError(403, `Set the header ${ADMIN_HEADER}: 1`);
    const route = routes[`${call.method} ${call.path}`];
    return route === undefined ? adminError(404, `No ${call.method} ${call.path}`) : route(call);
  };
}
