import { type InlineConfig, build } from 'vite';
import { hostsConfig, preloadConfig } from './hosts-config.ts';
import { pageConfig } from './page-config.ts';
import { collectModules } from './shipped/collect-modules.ts';
import { writePartsList } from './shipped/write-parts-list.ts';

/**
 * Builds dist/ of the project under `root`: page, hosts, preload, and the list of the packages that went in. The hosts
 * empty the folder the preload joins.
 */
export async function bundleAll(root: string): Promise<void> {
  const files = new Set<string>();
  for (const config of [pageConfig(root), hostsConfig(root), preloadConfig(root)])
    await build(collecting(config, files));
  writePartsList(root, files);
}

const collecting = (config: InlineConfig, files: Set<string>): InlineConfig => ({
  ...config,
  plugins: [...(config.plugins ?? []), collectModules(files)],
});
