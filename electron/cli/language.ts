import type { Settings } from '../../shared/contract/settings.ts';
import type { Language } from '../../shared/contract/system.ts';

/** The language of the terminal: Chinese unless it clearly asks for another one. */
export function terminalLanguage(env: Readonly<Record<string, string | undefined>>): Language {
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  return locale === '' || /^zh/i.test(locale) ? 'zh-CN' : 'en';
}

/** What somebody chose in the app comes first; without a choice, the terminal's. */
export const chosenLanguage = (settings: Settings, terminal: Language): Language =>
  settings['ui.languageChosen'] || settings['ui.language'] !== 'zh-CN' ? settings['ui.language'] : terminal;
