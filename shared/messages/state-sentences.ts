import type { Language } from '../contract/system.ts';
import type { OpState } from '../domain/op.ts';
import type { BoxAction, CatalogueText } from '../domain/platforms/reply-class.ts';

const ZH: Readonly<Record<OpState, CatalogueText>> = {
  ready: { meaning: '已存在本机，轮到它就发', remedy: '不用处理。' },
  wait: { meaning: '上一次没有发成，会自动再发', remedy: '不用处理。' },
  sending: { meaning: '正在发给平台', remedy: '不用处理。' },
  in_doubt: {
    meaning: '平台可能已收到，正在核实，不要重复发',
    remedy: '不要重发。系统会到平台上核实；急的话点「再查一次」。',
  },
  held: { meaning: '被拦住了，还没有发出去', remedy: '先消除原因，再点「解除暂停」。' },
  rejected: { meaning: '平台拒绝了，没有发货', remedy: '按平台的说法改好，再点「改好再发」。' },
  conflict: {
    meaning: '平台上这个订单的发货和这里的不一样',
    remedy: '先留下箱子。主管对比两边的快递单，再决定以哪边为准。',
  },
  quarantined: {
    meaning: '这一条自己出了问题，已停止发送；平台可能已收到',
    remedy: '不要重发。请管理员联系支持人员，其他包裹照常发送。',
  },
  cancelled: { meaning: '已撤销，不会发送', remedy: '不用处理；箱子不要交给快递。' },
  shipped: { meaning: '平台已确认发货', remedy: '不用处理。' },
};

const EN: Readonly<Record<OpState, CatalogueText>> = {
  ready: { meaning: 'Saved on this machine; it is sent when its turn comes.', remedy: 'Nothing to do.' },
  wait: { meaning: 'The last try did not go through; it is sent again by itself.', remedy: 'Nothing to do.' },
  sending: { meaning: 'On its way to the platform.', remedy: 'Nothing to do.' },
  in_doubt: {
    meaning: 'The platform may already have it. It is being checked; do not send it again.',
    remedy: 'Do not send it again. The app looks it up on the platform; if urgent, look again by hand.',
  },
  held: { meaning: 'It is blocked and was not sent.', remedy: 'Clear the cause first, then release it.' },
  rejected: {
    meaning: 'The platform refused it; nothing was shipped.',
    remedy: 'Correct what the platform names, then send again.',
  },
  conflict: {
    meaning: 'The platform shows another shipment for this order than ours.',
    remedy: 'Keep the box. A supervisor compares both waybills and decides which one counts.',
  },
  quarantined: {
    meaning: 'Something is wrong with this entry itself; it is no longer sent. The platform may already have it.',
    remedy: 'Do not send it again. Have an administrator call support; all other packages go on.',
  },
  cancelled: { meaning: 'Withdrawn; it will not be sent.', remedy: 'Nothing to do; the box must not leave.' },
  shipped: { meaning: 'The platform confirmed the shipment.', remedy: 'Nothing to do.' },
};

/** What each state means and asks for where no code says more. */
export const stateSentence = (state: OpState, language: Language): CatalogueText =>
  (language === 'zh-CN' ? ZH : EN)[state];

/** An op in doubt that is not looked up by itself any more: the looks are used up, or the platform cannot be asked. */
export const stuckSentence = (language: Language): CatalogueText => (language === 'zh-CN' ? STUCK_ZH : STUCK_EN);

const STUCK_ZH: CatalogueText = {
  meaning: '平台可能已收到，自动核实没有结果，不要重复发',
  remedy: '不要重发。请主管到店铺后台看这一单有没有发货，再点「确认已发货」或「确认没有发货」。',
};
const STUCK_EN: CatalogueText = {
  meaning:
    'The platform may already have it. The looks by itself are used up and brought nothing; do not send it again.',
  remedy: 'Do not send it again. A lead checks the order in the shop’s back office and says whether it was shipped.',
};

/** What happens to the box where no code says more: what is known not to be blocked may leave with the courier. */
export const STATE_BOX: Readonly<Record<OpState, BoxAction>> = {
  ready: 'ship',
  wait: 'ship',
  sending: 'ship',
  in_doubt: 'ship',
  held: 'keep',
  rejected: 'keep',
  conflict: 'keep',
  quarantined: 'keep',
  cancelled: 'keep',
  shipped: 'none',
};
