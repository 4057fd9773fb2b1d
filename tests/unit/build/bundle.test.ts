import { readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bundleAll } from '../../../build/bundle/bundle-all.ts';
import { plantTree } from './plant-tree.ts';

const root = join(import.meta.dirname, '../../..');

function plantSources(): string {
  const project = plantTree({
    'package.json': JSON.stringify({
      name: 'planted',
      version: '1.0.0',
      license: 'MIT',
      type: 'module',
      dependencies: { 'better-sqlite3': '1.0.0' },
    }),
    'shared/word.ts': "import { z } from 'zod';\nexport const word = z.string();",
    'electron/main/index.ts':
      "import { app } from 'electron';\nimport { word } from '../../shared/word.ts';\nawait app.whenReady();\nconsole.log(word);",
    'electron/loopback/index.ts':
      "import Database from 'better-sqlite3';\nimport { word } from '../../shared/word.ts';\nconsole.log(Database, word);",
    'electron/services/db/check-worker.ts': 'console.log(1);',
    'electron/training/index.ts': "import { createServer } from 'node:http';\nconsole.log(createServer);",
    'electron/preload/index.ts':
      "import { contextBridge } from 'electron';\ncontextBridge.exposeInMainWorld('desk', {});",
    'renderer/index.html':
      '<!doctype html><html><body><div id="root"></div><script type="module" src="./main.tsx"></script></body></html>',
    'renderer/main.tsx':
      "import { createRoot } from 'react-dom/client';\nimport './page.css';\nimport logo from './logo.svg';\nconst at = document.getElementById('root');\nif (at) createRoot(at).render(<img src={logo} alt=\"\" />);",
    'renderer/page.css': 'body { margin: 0 }',
    'renderer/logo.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  });
  symlinkSync(join(root, 'node_modules'), join(project, 'node_modules'), 'junction');
  return project;
}

test('the page has no inline script or style and no embedded asset, the hosts import only what a machine has, and each package in them is listed', async () => {
  const project = plantSources();
  await bundleAll(project);
  const html = readFileSync(join(project, 'dist/renderer/index.html'), 'utf8');
  expect(html.match(/<script[^>]*>/g)).toEqual([expect.stringMatching(/src="\.\/assets\/[^"]+\.js"/)]);
  expect(html).toMatch(/<link rel="stylesheet"[^>]*href="\.\/assets\/[^"]+\.css"/);
  expect(html).not.toMatch(/<style|data:/);
  expect(readdirSync(join(project, 'dist/renderer/assets')).some((name) => name.endsWith('.svg'))).toBe(true);

  const hosts = join(project, 'dist/electron');
  const code = readdirSync(hosts, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.js'))
    .map((name) => readFileSync(join(hosts, name), 'utf8'))
    .join('\n');
  const imported = [...code.matchAll(/^import .*?["']([^"']+)["'];$/gm)].map((match) => match[1]);
  expect(new Set(imported.filter((name) => !name?.startsWith('./') && !name?.startsWith('../')))).toEqual(
    new Set(['electron', 'better-sqlite3']),
  );
  const programs = ['main.js', 'loopback.js', 'training.js', 'check-worker.js', 'preload.cjs'];
  expect(readdirSync(hosts)).toEqual(expect.arrayContaining(programs));
  expect(readFileSync(join(hosts, 'preload.cjs'), 'utf8')).toContain('require("electron")');

  const { components }: { components: { name: string }[] } = JSON.parse(
    readFileSync(join(project, 'dist/sbom.cdx.json'), 'utf8'),
  );
  expect(components.map(({ name }) => name)).toEqual([
    'better-sqlite3',
    'electron',
    'react-dom',
    'react',
    'scheduler',
    'zod',
  ]);
  expect(readFileSync(join(project, 'dist/licences.txt'), 'utf8')).toMatch(/^zod \d\S+ — MIT\n\n.*MIT License/m);
});
