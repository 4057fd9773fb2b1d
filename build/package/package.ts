import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Arch, build, Platform } from 'electron-builder';
import { bundleAll } from '../bundle/bundle-all.ts';
import { builderConfig } from './builder-config.ts';

/**
 * `npm run package [-- --linux --win --mac --dir --unfused]`: installers in release/, for this system where none is
 * named. It fetches Electron and the installers' tools, so it needs the network once; signing is the machine's matter.
 */
const { values } = parseArgs({
  options: {
    linux: { type: 'boolean', default: false },
    win: { type: 'boolean', default: false },
    mac: { type: 'boolean', default: false },
    dir: { type: 'boolean', default: false },
    unfused: { type: 'boolean', default: false },
  },
});

const named = [
  ...(values.linux ? [Platform.LINUX] : []),
  ...(values.win ? [Platform.WINDOWS] : []),
  ...(values.mac ? [Platform.MAC] : []),
];
const platforms = named.length > 0 ? named : [Platform.current()];
const root = process.cwd();

await bundleAll(root);
for (const gate of [['supply-chain.ts', 'shipped'], ['audit.ts']]) passGate(gate);
for (const platform of platforms) {
  const targets = values.dir ? platform.createTarget('dir', Arch.x64) : platform.createTarget();
  const files = await build({
    projectDir: root,
    targets,
    publish: 'never',
    config: builderConfig({ fuses: !values.unfused }),
  });
  for (const file of files) process.stdout.write(`${file}\n`);
}

/** No installer of something that may not be handed out. */
function passGate([file = '', ...args]: readonly string[]): void {
  const { status } = spawnSync(process.execPath, [join('build', 'checks', file), ...args], { stdio: 'inherit' });
  if (status !== 0) process.exit(1);
}
