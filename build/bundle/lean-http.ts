import type { Plugin } from 'vite';

const FACE = '\0lean-http';

/**
 * Node's http for the hosts, without the names that load undici as soon as an ES module imports any of them: 40 ms of
 * every start, for a WebSocket nobody here opens.
 */
export const leanHttp = (): Plugin => ({
  name: 'lean-http',
  enforce: 'pre',
  resolveId: (id) => (id === 'node:http' ? FACE : null),
  load: (id) =>
    id === FACE ? "export const { createServer, request } = process.getBuiltinModule('node:http');" : null,
});
