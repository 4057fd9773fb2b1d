import { channelsEntries } from './code-entry.ts';

/** Answers of a platform that has too much to do. Only the one documented as not applied may be tried again. */
export const busyCodes = channelsEntries('common', [
  [
    '-1',
    {
      replyClass: { kind: 'ambiguous' },
      actor: 'nobody',
      box: 'keep',
      zh: { meaning: '平台繁忙，可能已经发货', remedy: '不要重发；会自动去平台查结果，请先留下包裹。' },
      en: {
        meaning: 'The platform is busy; it may already be shipped.',
        remedy: 'Do not send again: the result is looked up by itself. Keep the parcel meanwhile.',
      },
    },
  ],
  [
    'http-429',
    {
      replyClass: { kind: 'retry', minWaitMs: 5_000, maxTries: 8 },
      actor: 'nobody',
      box: 'ship',
      zh: { meaning: '平台限流（429），这次没有发货', remedy: '不用处理，稍后自动重试。' },
      en: {
        meaning: 'The platform limits calls (429); this try was not applied.',
        remedy: 'Nothing to do: it is tried again shortly.',
      },
    },
  ],
]);
