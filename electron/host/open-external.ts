import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { HostPorts } from '../services/ports.ts';
import { isOpenableOutside } from './external-hosts.ts';

/** Opens an allow-listed page with the desktop's own command; no shell ever sees the address. */
export function createOpenExternal(platform: NodeJS.Platform): HostPorts['openExternal'] {
  return async (address) => {
    if (!isOpenableOutside(address)) return false;
    const [file, ...args] = command(platform);
    const child = spawn(file, [...args, new URL(address).href], { stdio: 'ignore', detached: true });
    child.unref();
    return await Promise.race([once(child, 'spawn').then(() => true), once(child, 'error').then(() => false)]);
  };
}

function command(platform: NodeJS.Platform): readonly [string, ...string[]] {
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler'];
  return platform === 'darwin' ? ['open'] : ['xdg-open'];
}
