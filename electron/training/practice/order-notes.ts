/** What buyers write, short and long, plain and with characters that need care. */
export const BUYER_NOTES = [
  '麻烦尽快发货，周五前要用，谢谢！',
  '送人的，请不要放价格单',
  '请发顺丰，可补差价',
  '放门口鞋柜即可，不要打电话',
  '两件请分开包装，要送给不同的人',
  '颜色千万别发错，上次就发错了😂',
  '生日礼物，帮忙写张卡片：「生日快乐，天天开心」',
  '易碎品请多包几层气泡膜 (>_<) & 外箱写“轻放”',
] as const;

/** What the shop's own staff note on an order. */
export const MERCHANT_NOTES = ['老客户，多放一份试吃', '已电话确认地址', '缺货补发，注意核对批次'] as const;
