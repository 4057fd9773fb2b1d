import type { IForbiddenRuleType } from 'dependency-cruiser';
import { allowOnly, allowOnlyValues } from './allow-only.ts';

const shared = '^shared/';
const ports = '^electron/services/(ports|events)\\.ts$';
const db = '^electron/services/db/';

/** The single star of ARCHITECTURE.md section 3: who may know whom inside the services. */
export const serviceRules: readonly IForbiddenRuleType[] = [
  allowOnly('services-stay-inside', 'A service knows no host.', '^electron/services/', [shared, '^electron/services/']),
  {
    name: 'services-listen-to-nothing',
    comment: 'A service answers a Request; only a host listens. Only platforms/http calls out.',
    severity: 'error',
    from: { path: '^electron/services/', pathNot: '^electron/services/platforms/http/' },
    to: {
      path: '^(node:)?(http|https|http2|net|tls|dgram)$|node_modules/(@hono/node-server|hono|express|fastify|ws)/',
    },
  },
  {
    name: 'platforms-http-does-not-listen',
    comment: 'The request function needs the client halves of http, net and tls; a test looks for the other halves.',
    severity: 'error',
    from: { path: '^electron/services/platforms/http/' },
    to: { path: '^(node:)?(http2|dgram|cluster)$|node_modules/(@hono/node-server|hono|express|fastify|ws)/' },
  },
  allowOnly('migrations-import-nothing', 'A migration is frozen.', '^electron/services/db/migrations/[0-9]', []),
  allowOnly('db-knows-no-domain', 'The database folder opens, migrates and backs up.', db, [shared, db, ports]),
  allowOnlyValues(
    'domain-folders-meet-at-the-db',
    'What one domain folder needs of another is handed to it as an argument; only its type may be named.',
    '^electron/services/(?!api/|db/|outbox/|platforms/)([^/]+)/',
    [shared, ports, db, '^electron/services/$1/'],
  ),
  allowOnlyValues('outbox-knows-platforms-vault-orders', 'And no other service.', '^electron/services/outbox/', [
    shared,
    ports,
    db,
    '^electron/services/(outbox|platforms|vault|orders)/',
  ]),
  allowOnly(
    'platform-folder-knows-http-and-shared',
    'A client is handed its credential as an argument; it sees no database, vault, outbox or other platform.',
    '^electron/services/platforms/([^/]+)/',
    [
      shared,
      ports,
      '^electron/services/platforms/(http/|rate-limit/|wechat/|platform\\.ts$)',
      '^electron/services/platforms/$1/',
    ],
  ),
  allowOnly(
    'http-knows-no-platform',
    'The way out serves every platform alike; what only WeChat does belongs into its own room.',
    '^electron/services/platforms/http/',
    [shared, ports, '^electron/services/platforms/(http/|rate-limit/|platform\\.ts$)'],
  ),
  {
    name: 'only-the-backend-imports-api',
    comment: 'The router is a door, not a toolbox; backend.ts and its list of services put it together.',
    severity: 'error',
    from: { pathNot: '^electron/services/(api/|(backend|services)\\.ts$)|^tests/' },
    to: { path: '^electron/services/api/' },
  },
];
