import type { Language } from '../contract/system.ts';

/** Who did it, where nobody is signed in and the settings name nobody: it stands in sentences and in the records. */
export const namelessBench = (language: Language): string => (language === 'en' ? 'this desk' : '本台');
