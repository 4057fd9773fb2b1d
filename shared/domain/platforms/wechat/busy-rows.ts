import type { CodeRow } from './code-row.ts';

/** -1: the platform has too much to do, and nobody can know what became of the call. */
export const systemBusyRow: CodeRow = {
  replyClass: { kind: 'ambiguous' },
  actor: 'nobody',
  box: 'keep',
  zh: { meaning: '平台繁忙，可能已经发货', remedy: '不要重发；会自动去平台查结果，请先留下包裹。' },
  en: {
    meaning: 'The platform is busy; it may already be shipped.',
    remedy: 'Do not send again: the result is looked up by itself. Keep the parcel meanwhile.',
  },
};

/** 100003: the document says that the update failed and may be tried again. */
export const tooFrequentRow: CodeRow = {
  replyClass: { kind: 'retry', minWaitMs: 5_000, maxTries: 8 },
  actor: 'nobody',
  box: 'ship',
  zh: { meaning: '订单更新太频繁，这次没有发货', remedy: '不用处理，稍后自动重试。' },
  en: {
    meaning: 'The order is updated too often; this try was not applied.',
    remedy: 'Nothing to do: it is tried again shortly.',
  },
};

/** HTTP 429: refused before the interface saw the call. */
export const tooManyRow: CodeRow = {
  replyClass: { kind: 'retry', minWaitMs: 5_000, maxTries: 8 },
  actor: 'nobody',
  box: 'ship',
  zh: { meaning: '平台限流（429），这次没有发货', remedy: '不用处理，稍后自动重试。' },
  en: {
    meaning: 'The platform limits calls (429); this try was not applied.',
    remedy: 'Nothing to do: it is tried again shortly.',
  },
};
