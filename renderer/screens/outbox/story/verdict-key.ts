import { outboxZh } from '../../../i18n/zh-CN/outbox.ts';

export type VerdictKey = keyof typeof outboxZh.verdicts;

/** The message key of a recorded verdict; null for one an older version wrote and this one has no word for. */
export const verdictKey = (verdict: string): VerdictKey | null =>
  Object.hasOwn(outboxZh.verdicts, verdict) ? (verdict as VerdictKey) : null;
