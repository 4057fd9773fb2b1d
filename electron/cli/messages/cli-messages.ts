import type { Language } from '../../../shared/contract/system.ts';
import { cliEn } from './en.ts';
import { type CliMessages, cliZh } from './zh.ts';

/** What the command line says in one language. */
export const cliMessages = (language: Language): CliMessages => (language === 'en' ? cliEn : cliZh);
