/** What the gateway's own page says a shipment can come to, beside success: its texts, and a refund that waits. */
export const PAGE_TEXTS: readonly string[] = [
  '存在处理中流程,请勿同时重复请求',
  '该订单当前为“部分发货”状态，无法调用此接口',
  '有退款需要处理,拒绝发货',
];

/** Douyin's own numbers by what they ask of us, typed from the reviewed table (PLATFORMS 5). */
export const NUMBERS: readonly (readonly [kind: string, numbers: string])[] = [
  ['already', '60110 70023 60113'],
  ['in process', '70011'],
  ['busy', '60106 60114 60118 60121 60124 60125 60132 70009 8888 120032'],
  ['system', '20000 9999 10005 10009 10018 20003 50002 80007 99997 99999'],
  ['risk', '60109'],
  ['number or carrier', '60011 60083 60017 60018 60026 60127 60128 70018 70019 70020 70021 70022 60138 700042'],
  ['refund', '60040 60120 70005'],
  ['never', '60021 60068 60022 60024 60033 60101 60069 60107 60108 600111 60111 60116 60123 60131 60137'],
  ['shop', '60027 60072 60070 60071 60134 700029'],
  ['serial number', '60046 60047 60051 60056 60062'],
  ['batch', '60032'],
];
