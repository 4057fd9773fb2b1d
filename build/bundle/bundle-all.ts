import { build } from 'vite';
import { hostsConfig, preloadConfig } from './hosts-config.ts';
import { pageConfig } from './page-config.ts';

/** Builds dist/ of the project under `root`: page, hosts, preload. The hosts empty the folder the preload joins. */
export async function bundleAll(root: string): Promise<void> {
  await build(pageConfig(root));
  await build(hostsConfig(root));
  await build(preloadConfig(root));
}
