import type { Language } from '../contract/system.ts';
import type { CommandId } from '../domain/commands/command-list.ts';

/** A command in words: the short label of keys, buttons and the printed sheet, and one sentence of what it does. */
export type CommandWords = { readonly label: string; readonly does: string };

const words = (label: string, does: string): CommandWords => ({ label, does });

const ZH: Readonly<Record<CommandId, CommandWords>> = {
  confirm: words('确认', '确认发货（不用快递的订单），或选问题的第一个答案'),
  'new-package': words('新包裹', '封好当前包裹，再开一个新包裹'),
  seal: words('封箱', '封好当前包裹，接着扫它的快递单'),
  rest: words('剩下全装', '把还没扫的商品全部装进当前包裹'),
  move: words('换箱', '接着扫的商品从别的包裹换到当前包裹'),
  quantity: words('数量', '先报件数，再扫一次商品，一次装几件'),
  repeat: words('再说一遍', '重复上一条提示和语音'),
  acknowledge: words('知道了', '确认一条红色提醒'),
  undo: words('撤销', '退回上一步'),
  hold: words('挂起', '把这一单连同装好的包裹先放一边，再扫订单号就接着做'),
  cancel: words('取消', '退一步：关掉问题，或放下订单'),
  next: words('下一单', '换下一单；没做完的会先问'),
  batch: words('扫描发货', '面单已打好的订单，一扫就整单发货；再按一次退出'),
  'hand-over': words('交接给快递', '快递来收件：拿走一个扫一个'),
  shift: words('班次', '开班检查、差异、结班'),
  weigh: words('称重', '输入这一箱的重量；接了秤就自动记'),
  photo: words('拍照', '给这一箱重新拍一张'),
  'way-out': words('换个办法', '拦住时：改快递单、去发件箱，或到平台查这个号'),
  'as-waybill': words('是快递单', '刚扫的记作了 IMEI，其实是快递单：改成快递单'),
  type: words('手工输入', '没有扫码枪时手工输入'),
  help: words('帮助', '打开、关闭这张表'),
};

const EN: Readonly<Record<CommandId, CommandWords>> = {
  confirm: words('Confirm', 'Confirm an order without courier, or take the first answer of a question'),
  'new-package': words('New package', 'Seal this package and open another'),
  seal: words('Seal', 'Seal this package; its waybill is scanned next'),
  rest: words('Rest into this', 'Put everything still missing into this package'),
  move: words('Move', 'The goods scanned next change from another package into this one'),
  quantity: words('Quantity', 'Give the number of pieces first, then scan the goods once'),
  repeat: words('Say again', 'Repeat the last message and its voice'),
  acknowledge: words('Understood', 'Acknowledge a red error'),
  undo: words('Undo', 'Take the last step back'),
  hold: words('Hold', 'Put this order aside with its packages; scan its number to go on'),
  cancel: words('Cancel', 'One step back: close a question, or put the order down'),
  next: words('Next order', 'On to the next order; asks first where this one is not done'),
  batch: words('Scan and ship', 'Orders with a printed label leave whole, one scan each; again to end it'),
  'hand-over': words('Hand over', 'The courier is here: scan each parcel that is taken'),
  shift: words('Shift', 'Start checklist, differences, close'),
  weigh: words('Weight', 'Type what this package weighs; a connected scale does it by itself'),
  photo: words('Photo', 'Take the picture of this package again'),
  'way-out': words('Other way', 'At an error: correct the waybill, open the outbox, or look the code up'),
  'as-waybill': words('It is a waybill', 'The number just taken for an IMEI is the waybill'),
  type: words('Type', 'Type a code where there is no scanner'),
  help: words('Help', 'Open or close this sheet'),
};

/** A command in the words of one language. */
export const commandWords = (id: CommandId, language: Language): CommandWords => (language === 'en' ? EN : ZH)[id];
