/** One breach of one boundary rule, added to the lawful tree. */
export interface PlantedBreach {
  readonly rule: string;
  readonly what: string;
  readonly file: string;
  readonly text: string;
  readonly also?: Readonly<Record<string, string>>;
  /** The ends of the forbidden import, as the report names them. */
  readonly from: string;
  readonly to: string;
}

export const plantedBreaches: readonly PlantedBreach[] = [
  breach('shared-is-a-leaf', 'shared imports a service', 'shared/domain/x.ts', 'electron/services/ports.ts'),
  breach('shared-has-no-node', 'shared reads a file', 'shared/domain/x.ts', 'node:fs'),
  breach('shared-has-two-packages', 'shared imports a third package', 'shared/domain/x.ts', 'hono'),
  breach('electron-only-in-its-host', 'a service imports Electron', 'electron/services/orders/x.ts', 'electron'),
  breach('electron-only-in-its-host', 'loopback imports Electron', 'electron/loopback/x.ts', 'electron'),
  breach('electron-only-in-its-host', 'the training server imports Electron', 'electron/training/x.ts', 'electron'),
  breach('electron-only-in-its-host', 'the page imports Electron', 'renderer/state/x.ts', 'electron'),
  typeBreach('electron-only-in-its-host', 'a service names a type of Electron', 'electron/services/x.ts', 'electron'),
  breach('electron-value-in-main-index-only', 'another file of main takes a value', 'electron/main/x.ts', 'electron'),
  breach('electron-value-in-main-index-only', 'a test takes a value', 'tests/unit/main/x.test.ts', 'electron'),
  breach(
    'host-parts-use-the-seams',
    'what the hosts share opens the vault',
    'electron/host/x.ts',
    'electron/services/vault/vault.ts',
  ),
  breach('host-parts-know-no-door', 'a shared part imports a door', 'electron/host/x.ts', 'electron/loopback/index.ts'),
  breach('channels-bring-nothing', 'the names of the channels bring zod', 'shared/channels.ts', 'zod'),
  breach('main-uses-the-seams', 'main opens a store', 'electron/main/x.ts', 'electron/services/orders/order-store.ts'),
  breach('main-uses-the-seams', 'main imports loopback', 'electron/main/x.ts', 'electron/loopback/index.ts'),
  breach(
    'loopback-uses-the-seams',
    'loopback opens the vault',
    'electron/loopback/x.ts',
    'electron/services/vault/vault.ts',
  ),
  breach('cli-uses-the-seams', 'cli imports loopback', 'electron/cli/x.ts', 'electron/loopback/index.ts'),
  breach('preload-is-alone', 'the preload imports a service', 'electron/preload/x.ts', 'electron/services/ports.ts'),
  breach(
    'preload-takes-types-from-shared',
    'the preload takes a value',
    'electron/preload/x.ts',
    'shared/contract/index.ts',
  ),
  breach('preload-has-no-node', 'the preload reads a file', 'electron/preload/x.ts', 'node:fs'),
  breach(
    'training-imitates-from-outside',
    'training imports a service',
    'electron/training/x.ts',
    'electron/services/ports.ts',
  ),
  breach('renderer-is-a-page', 'the page imports a service', 'renderer/state/x.ts', 'electron/services/ports.ts'),
  breach('renderer-has-no-node', 'the page reads a file', 'renderer/state/x.ts', 'node:fs'),
  breach(
    'product-never-imports-tests-or-build',
    'a service imports a test',
    'electron/services/x.ts',
    'tests/unit/main/window.test.ts',
  ),
  breach(
    'services-stay-inside',
    'a service imports a host',
    'electron/services/web/x.ts',
    'electron/loopback/index.ts',
  ),
  breach('services-listen-to-nothing', 'a service listens', 'electron/services/web/x.ts', 'node:http'),
  breach('services-listen-to-nothing', 'a service takes a server package', 'electron/services/web/x.ts', 'hono'),
  breach(
    'platforms-http-does-not-listen',
    'the request function opens a datagram socket',
    'electron/services/platforms/http/x.ts',
    'node:dgram',
  ),
  breach(
    'migrations-import-nothing',
    'a migration imports a domain word',
    'electron/services/db/migrations/0002-x.ts',
    'shared/domain/order.ts',
  ),
  breach(
    'db-knows-no-domain',
    'the database imports a store',
    'electron/services/db/x.ts',
    'electron/services/vault/vault.ts',
  ),
  breach(
    'domain-folders-meet-at-the-db',
    'packing imports the vault',
    'electron/services/packing/x.ts',
    'electron/services/vault/vault.ts',
  ),
  breach(
    'domain-folders-meet-at-the-db',
    'orders imports the outbox',
    'electron/services/orders/x.ts',
    'electron/services/outbox/worker.ts',
  ),
  breach(
    'outbox-knows-platforms-vault-orders',
    'the outbox imports packing',
    'electron/services/outbox/x.ts',
    'electron/services/packing/session.ts',
  ),
  breach(
    'platform-folder-knows-http-and-shared',
    'a platform opens the database',
    'electron/services/platforms/example/x.ts',
    'electron/services/db/open.ts',
  ),
  breach(
    'platform-folder-knows-http-and-shared',
    'a platform opens the vault',
    'electron/services/platforms/example/x.ts',
    'electron/services/vault/vault.ts',
  ),
  breach(
    'platform-folder-knows-http-and-shared',
    'a platform knows the outbox',
    'electron/services/platforms/other/x.ts',
    'electron/services/outbox/worker.ts',
  ),
  breach(
    'platform-folder-knows-http-and-shared',
    'a platform imports another',
    'electron/services/platforms/other/x.ts',
    'electron/services/platforms/example/client.ts',
  ),
  breach(
    'platform-folder-knows-http-and-shared',
    'what the WeChat platforms share imports one of them',
    'electron/services/platforms/wechat/x.ts',
    'electron/services/platforms/example/client.ts',
  ),
  breach(
    'http-knows-no-platform',
    'the request function imports what only WeChat does',
    'electron/services/platforms/http/x.ts',
    'electron/services/platforms/wechat/token.ts',
  ),
  typeBreach(
    'platform-folder-knows-http-and-shared',
    'a platform names a type of the vault',
    'electron/services/platforms/example/x.ts',
    'electron/services/vault/vault.ts',
  ),
  breach(
    'only-the-backend-imports-api',
    'a store calls the router',
    'electron/services/orders/x.ts',
    'electron/services/api/router.ts',
  ),
  breach(
    'screens-use-the-page-rooms',
    'a screen imports the page itself',
    'renderer/screens/pack/x.ts',
    'renderer/main.tsx',
  ),
  breach(
    'screens-do-not-know-each-other',
    'a screen imports another',
    'renderer/screens/pack/x.ts',
    'renderer/screens/outbox/outbox-screen.tsx',
  ),
  breach('state-uses-api', 'a store imports a screen', 'renderer/state/x.ts', 'renderer/screens/pack/pack-screen.tsx'),
  breach(
    'components-use-shared',
    'a component imports a store',
    'renderer/components/x.ts',
    'renderer/state/orders.ts',
  ),
  breach('problems-speak', 'a problem imports a store', 'renderer/problems/x.ts', 'renderer/state/orders.ts'),
  breach('page-rooms-below-are-leaves', 'the client imports a store', 'renderer/api/x.ts', 'renderer/state/orders.ts'),
  cycle('two modules import each other', "import '../contract/index.ts';\nexport interface Order {}"),
  cycle(
    'two modules name each other in types',
    "import type { X } from '../contract/index.ts';\nexport type Order = X;",
  ),
  {
    rule: 'no-unresolvable',
    what: 'an import leads nowhere',
    file: 'shared/domain/x.ts',
    text: "import './gone.ts';",
    from: 'shared/domain/x.ts',
    to: './gone.ts',
  },
  {
    rule: 'no-orphans',
    what: 'a module stands alone',
    file: 'shared/domain/x.ts',
    text: 'export const x = 1;',
    from: 'shared/domain/x.ts',
    to: 'shared/domain/x.ts',
  },
  {
    rule: 'no-dead-modules',
    what: 'only a test imports a module',
    file: 'tests/unit/main/window.test.ts',
    text: "import '../../../electron/main/gone.ts';",
    also: { 'electron/main/gone.ts': "import './window.ts';" },
    from: 'electron/main/gone.ts',
    to: 'electron/main/gone.ts',
  },
];

function breach(rule: string, what: string, file: string, target: string): PlantedBreach {
  return { rule, what, file, text: `import '${importPath(file, target)}';`, from: file, to: resolved(target) };
}

function typeBreach(rule: string, what: string, file: string, target: string): PlantedBreach {
  const text = `import type { X } from '${importPath(file, target)}';\nexport type Y = X;`;
  return { rule, what, file, text, from: file, to: resolved(target) };
}

function importPath(file: string, target: string): string {
  return target.includes('/') ? `${'../'.repeat(file.split('/').length - 1)}${target}` : target;
}

function resolved(target: string): string {
  if (target.startsWith('node:')) return target.slice('node:'.length);
  return target.includes('/') ? target : `node_modules/${target}/index.js`;
}

/** order.ts is made to import what imports it; a cycle is reported from the module that sorts first. */
function cycle(what: string, text: string): PlantedBreach {
  const [from, to] = ['shared/contract/index.ts', 'shared/domain/order.ts'] as const;
  return { rule: 'no-cycles', what, file: to, text, from, to };
}
