/** Single words for what the outbox keeps: the same on screen, in files and on the command line. */
export const outboxWordsZh = {
  states: {
    ready: '待发送',
    wait: '等待重试',
    sending: '发送中',
    in_doubt: '结果未知',
    held: '暂停',
    rejected: '被拒绝',
    conflict: '对不上',
    quarantined: '已隔离',
    cancelled: '已撤销',
    shipped: '已确认',
  },
  kinds: { send: '发货', correct: '改快递单' },
  actors: { packer: '打包员', lead: '主管', admin: '管理员', platform: '平台', nobody: '不用人管，系统自己处理' },
  boxes: {
    ship: '可以交给快递',
    keep: '先留下，不要交给快递',
    open: '拆箱重装',
    relabel: '换一张快递单',
    none: '不用动',
  },
} as const;

/** The words of one language; a missing one does not compile. */
export type OutboxWords = {
  readonly [Group in keyof typeof outboxWordsZh]: { readonly [Word in keyof (typeof outboxWordsZh)[Group]]: string };
};
