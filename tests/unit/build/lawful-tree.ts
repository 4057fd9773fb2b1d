const packageFile = (name: string, extra: object = {}) =>
  JSON.stringify({ name, version: '1.0.0', main: 'index.js', ...extra });

/** A small project in which every room imports something it may import; the planted breaches are added to it. */
export const lawfulTree: Readonly<Record<string, string>> = {
  'package.json': JSON.stringify({ name: 'planted', type: 'module' }),
  'node_modules/electron/package.json': packageFile('electron', { types: 'electron.d.ts' }),
  'node_modules/electron/index.js': 'module.exports = {};',
  'node_modules/electron/electron.d.ts': 'export interface App { readonly name: string }',
  'node_modules/zod/package.json': packageFile('zod'),
  'node_modules/zod/index.js': 'module.exports = {};',
  'node_modules/hono/package.json': packageFile('hono'),
  'node_modules/hono/index.js': 'module.exports = {};',
  'shared/contract/index.ts':
    "import { z } from 'zod';\nimport type { Order } from '../domain/order.ts';\nexport const order = z;\nexport type X = Order;",
  'shared/domain/order.ts': 'export interface Order { readonly id: string }',
  'shared/channels.ts':
    "import type { X } from './contract/index.ts';\nexport const call = 'call';\nexport type Call = X;",
  'electron/host/clock.ts': "import '../services/ports.ts';",
  'electron/services/ports.ts':
    "import type { Order } from '../../shared/domain/order.ts';\nexport type Ports = Order;",
  'electron/services/backend.ts':
    "import './api/router.ts';\nimport './outbox/worker.ts';\nimport './packing/session.ts';",
  'electron/services/api/router.ts': "import '../orders/order-store.ts';",
  'electron/services/db/open.ts': "import 'node:fs';\nimport './migrations/0001-first.ts';",
  'electron/services/db/migrations/0001-first.ts': 'export const up = 1;',
  'electron/services/orders/order-store.ts': "import '../db/open.ts';",
  'electron/services/vault/vault.ts': "import '../db/open.ts';\nimport '../ports.ts';\nexport type Vault = 1;",
  'electron/services/packing/session.ts':
    "import '../db/open.ts';\nimport type { Vault } from '../vault/vault.ts';\nexport type V = Vault;",
  'electron/services/outbox/worker.ts':
    "import '../platforms/example/client.ts';\nimport '../vault/vault.ts';\nimport '../orders/order-store.ts';",
  'electron/services/platforms/platform.ts': 'export interface Platform { readonly id: string }',
  'electron/services/platforms/http/request.ts': "import { request } from 'node:https';\nexport const send = request;",
  'electron/services/platforms/wechat/token.ts':
    "import { send } from '../http/request.ts';\nexport const token = send;",
  'electron/services/platforms/example/client.ts':
    "import { token } from '../wechat/token.ts';\nimport { send } from '../http/request.ts';\nimport type { Platform } from '../platform.ts';\nexport const client = (p: Platform) => [p, send, token];",
  'electron/services/web/respond.ts': "import 'node:path';",
  'electron/main/index.ts':
    "import { app } from 'electron';\nimport '../services/backend.ts';\nimport './window.ts';\nexport const a = app;",
  'electron/main/window.ts': "import type { App } from 'electron';\nexport type Window = App;",
  'electron/preload/index.ts':
    "import { contextBridge } from 'electron';\nimport { call } from '../../shared/channels.ts';\nimport type { X } from '../../shared/contract/index.ts';\nexport const bridge = (x: X) => [x, call, contextBridge];",
  'renderer/i18n/words.ts': "import '../../shared/domain/order.ts';",
  'renderer/problems/notice.tsx': "import '../i18n/words.ts';\nimport '../components/button.tsx';",
  'electron/loopback/index.ts':
    "import 'node:http';\nimport '../services/web/respond.ts';\nimport '../services/backend.ts';\nimport '../host/clock.ts';",
  'electron/cli/index.ts': "import '../services/backend.ts';",
  'electron/training/index.ts': "import 'node:http';\nimport '../../shared/contract/index.ts';",
  'renderer/main.tsx': "import './screens/pack/pack-screen.tsx';\nimport './screens/outbox/outbox-screen.tsx';",
  'renderer/screens/pack/pack-screen.tsx': "import '../../state/orders.ts';\nimport '../../components/button.tsx';",
  'renderer/screens/outbox/outbox-screen.tsx': "import '../../state/orders.ts';\nimport '../../problems/notice.tsx';",
  'renderer/state/orders.ts': "import '../api/client.ts';",
  'renderer/api/client.ts': "import '../../shared/contract/index.ts';",
  'renderer/components/button.tsx': "import '../../shared/domain/order.ts';",
  'tests/unit/main/window.test.ts':
    "import type { App } from 'electron';\nimport '../../../electron/main/window.ts';\nexport type A = App;",
};
