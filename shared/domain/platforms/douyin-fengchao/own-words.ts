/** What the gateway's page of `order/logistics/add` says a shipment can come to, word for word. */
export const douyinWords: Readonly<Record<string, string>> = {
  'text:in-process': '存在处理中流程，请勿同时重复请求',
  'text:part-shipped': '该订单当前为“部分发货”状态，无法调用此接口',
  'text:refund-pending': '不传或为false表示有退款需要处理，拒绝发货',
};
