import { ADDRESS_ID, type CredentialField, type PlatformCapabilities } from '../capabilities.ts';
import { COMPANY_NAME_MAX } from './company-code.ts';
import { FEATURE_VALUE, STORE_ID } from './feature.ts';
import { VV_SHOP_KINDS } from './shop-kinds.ts';

const shopId: CredentialField = { name: 'shopId', secret: false, maxLength: 32 };
const vvtype: CredentialField = {
  name: 'vvtype',
  secret: false,
  maxLength: 1,
  choices: [
    { value: '1', zh: '普通版', en: 'Normal' },
    { value: '2', zh: '增强版', en: 'Enhanced' },
    { value: '3', zh: '标准版', en: 'Standard' },
    { value: '4', zh: '减版', en: 'Reduced' },
  ],
};

/** Taobao and other shops through the aggregator's `tool/erps/send` and its sister calls. */
export const vvToolCapabilities: PlatformCapabilities = {
  id: 'vv-tool',
  names: { zh: '淘宝等（vv-tool）', en: 'Taobao and others through vv-tool' },
  defaultBaseUrl: 'http://api.vv-tool.com',
  credentialFields: [
    { name: 'account', secret: false, maxLength: 64 },
    { name: 'accessKey', secret: true, maxLength: 128 },
    shopId,
    vvtype,
  ],
  alternativeFields: [[{ name: 'accessToken', secret: true, maxLength: 512 }, shopId, vvtype]],
  optionalFields: [
    { name: 'senderId', secret: false, maxLength: 19, pattern: ADDRESS_ID },
    { name: 'cancelId', secret: false, maxLength: 19, pattern: ADDRESS_ID },
    { name: 'retailStoreId', secret: false, maxLength: 64, pattern: STORE_ID, onlyWith: 'retailStoreType' },
    {
      name: 'retailStoreType',
      secret: false,
      maxLength: 10,
      onlyWith: 'retailStoreId',
      choices: [
        { value: 'STORE', zh: '门店', en: 'Store' },
        { value: 'WAREHOUSE', zh: '电商仓', en: 'Warehouse' },
      ],
    },
    {
      name: 'loneCodeIs',
      secret: false,
      maxLength: 11,
      choices: [
        { value: 'identCode', zh: '识别码', en: 'Identification code' },
        { value: 'machineCode', zh: '3C 机器号', en: '3C machine number' },
      ],
    },
  ],
  shopKinds: VV_SHOP_KINDS,
  needsAuthorisation: true,
  available: true,
  listsCarriers: true,
  pullsOrders: true,
  splits: true,
  virtualGoods: false,
  serialNumbers: true,
  identForm: { serial: FEATURE_VALUE, imeis: 1 },
  corrections: 0,
  correctElsewhere: {
    zh: 'vv-tool 的接口不能改快递单：请到店铺自己的后台（淘宝是千牛），打开这个订单修改物流。',
    en: 'vv-tool’s interface cannot correct a waybill: open the order in the shop’s own console (Qianniu for Taobao) and change its shipping there.',
  },
  unlistedCarrierCode: null,
  unlistedCarrierNameMax: COMPANY_NAME_MAX,
  billed: true,
  plainHttp: true,
};
