import { packEn } from './en/pack.ts';
import { shellEn } from './en/shell.ts';
import { packZh } from './zh-CN/pack.ts';
import { shellZh } from './zh-CN/shell.ts';

/** Every message file, one namespace each. Chinese leads; the type makes English complete. */
export const messages = {
  'zh-CN': { shell: shellZh, pack: packZh },
  en: { shell: shellEn, pack: packEn },
} as const;

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'shell';
    resources: (typeof messages)['zh-CN'];
  }
}
