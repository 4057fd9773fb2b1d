import type { OutboxReason } from '../domain/outbox-reason.ts';
import type { CatalogueText } from '../domain/platforms/reply-class.ts';

/** What a person is told about each reason of our own. */
export const OUTBOX_REASONS_ZH: Readonly<Record<OutboxReason, CatalogueText>> = {
  'bad-address': {
    meaning: '店铺的接口地址不能用，没有发出去',
    remedy: '请管理员到「店铺」检查接口地址，改好后点「马上再发」。',
  },
  'plain-http': {
    meaning: '接口地址不是 https，为了安全没有发出去',
    remedy: '请管理员到「店铺」把接口地址改成 https 开头。',
  },
  dns: { meaning: '找不到平台的服务器，没有发出去', remedy: '不用处理，网络好了自动再发；一直这样请检查网络和 DNS。' },
  refused: { meaning: '平台的服务器没有接受连接，没有发出去', remedy: '不用处理，稍后自动再发。' },
  unreachable: { meaning: '网络不通，没有发出去', remedy: '不用处理，联网后自动再发。' },
  'connect-timeout': { meaning: '连接平台超时，没有发出去', remedy: '不用处理，稍后自动再发。' },
  tls: {
    meaning: '和平台的安全连接没有建立，没有发出去',
    remedy: '请管理员检查电脑时间、杀毒软件和公司网关的证书。',
  },
  proxy: { meaning: '公司代理没有放行，没有发出去', remedy: '请管理员检查代理设置，放行平台的地址。' },
  reset: { meaning: '发送途中连接断了', remedy: '不要重发，系统会到平台上核实。' },
  timeout: { meaning: '平台没有及时回答', remedy: '不要重发，系统会到平台上核实。' },
  truncated: { meaning: '平台的回答只收到一半', remedy: '不要重发，系统会到平台上核实。' },
  'too-large': { meaning: '平台的回答大得不正常，没有采信', remedy: '不要重发，系统会到平台上核实。' },
  'bad-encoding': { meaning: '平台的回答是乱码，没有采信', remedy: '不要重发，系统会到平台上核实。' },
  'bad-http': { meaning: '平台的回答不合规范，没有采信', remedy: '不要重发，系统会到平台上核实。' },
  'wrong-answer': { meaning: '平台的回答看不懂，没有采信', remedy: '不要重发，系统会到平台上核实。' },
  'http-status': { meaning: '平台的服务器报错', remedy: '不要重发，系统会到平台上核实。' },
  crashed: { meaning: '发送途中发货台被关掉或断电', remedy: '不要重发，系统会到平台上核实。' },
  'crash-loop': {
    meaning: '发送这一条时程序连续退出三次，已停止发送；平台可能已收到',
    remedy: '不要重发。请管理员联系支持人员，其他包裹照常发送。',
  },
  'payload-damaged': {
    meaning: '存下的内容和当初的校验对不上，已停止发送；平台可能已收到',
    remedy: '不要重发。请管理员到「设置」做完整检查，并检查硬盘。',
  },
  'tries-spent': {
    meaning: '试了多次都没有发出去，已暂停',
    remedy: '先看网络和店铺状态，好了以后点「解除暂停」。',
  },
  'not-found-there': {
    meaning: '连续查看后，平台上确实没有这次发货',
    remedy: '不用处理，会自动再发一次；已经再发过一次的，请主管决定。',
  },
  'shipped-otherwise': {
    meaning: '平台上这个订单的发货和这里的不一样',
    remedy: '先留下箱子。主管对比两边的快递单，再选「以平台为准」或「改快递单」。',
  },
  'chain-broken': {
    meaning: '前一次改单没有改成，这一次就没有发出，也没有用掉次数',
    remedy: '请主管打开这个包裹，从它现在的快递单重新改。',
  },
  'look-failed': { meaning: '到平台上查看没有成功', remedy: '不要重发，系统会继续查；急的话点「再查一次」。' },
  'gate-closed': {
    meaning: '店铺账号被平台拦住，这一条没有发出去',
    remedy: '请管理员到「店铺」按提示处理账号，处理好会自动再发。',
  },
  'client-failed': { meaning: '发送途中程序出错', remedy: '不要重发，系统会到平台上核实。' },
  'rule-broken': {
    meaning: '程序的自我检查没有通过，已停止发送；平台可能已收到',
    remedy: '不要重发。请管理员联系支持人员，其他包裹照常发送。',
  },
  'credentials-missing': {
    meaning: '这台电脑上没有店铺的账号，没有发出去',
    remedy: '请管理员到「店铺」里「更换账号」，填好后会自动再发。',
  },
  'order-on-hold': {
    meaning: '订单有售后、改地址或换规格，平台要求先别发',
    remedy: '先留下箱子。主管到平台后台处理；处理完会自动再发。',
  },
  'order-closed': { meaning: '订单已关闭或已退款，不用发货了', remedy: '拆箱退回货架，再点「撤销」。' },
  'hold-expired': {
    meaning: '暂停超过 7 天，原因一直没有消除',
    remedy: '主管到平台后台查看订单，再决定改好再发或撤销。',
  },
  restored: {
    meaning: '数据是从备份恢复的，备份之后可能已经发过',
    remedy: '不要重发，系统会逐条到平台上核实。',
  },
  journal: {
    meaning: '这一条是从扫描流水里找回来的',
    remedy: '不要重发，系统会到平台上核实。',
  },
  'operator-shipped': { meaning: '由人确认已经发货', remedy: '不用处理。' },
  'operator-not-shipped': { meaning: '由人确认没有发货', remedy: '不用处理，会再发一次。' },
  'operator-cancelled': { meaning: '由人撤销', remedy: '把箱子从交接区拿回来。' },
  'operator-accepted': { meaning: '由人决定以平台的发货为准', remedy: '确认箱子上贴的是平台上的那张快递单。' },
  'operator-released': { meaning: '由人解除了暂停', remedy: '不用处理，会自动发送。' },
  replaced: { meaning: '已改好，由新的一条代替', remedy: '看新的那一条。' },
};
