import type { Plugin } from 'vite';

/** Notes the files that end up in a bundle; styles leave no module in a chunk and are taken from what was read. */
export const collectModules = (files: Set<string>): Plugin => ({
  name: 'dispatch-desk:collect-modules',
  generateBundle(_options, bundle) {
    for (const output of Object.values(bundle))
      if (output.type === 'chunk') for (const id of output.moduleIds) files.add(withoutQuery(id));
    for (const id of this.getModuleIds()) if (withoutQuery(id).endsWith('.css')) files.add(withoutQuery(id));
  },
});

const withoutQuery = (id: string): string => id.replace(/[?#].*$/, '');
