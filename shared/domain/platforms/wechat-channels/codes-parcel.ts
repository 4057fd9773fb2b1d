import { refused, shopSetup } from '../reply-classes.ts';
import { channelsEntries } from './channels-entries.ts';

/** Answers about the carrier and the waybill. */
export const waybillCodes = channelsEntries('document', [
  [
    '606004',
    {
      replyClass: refused('carrier'),
      actor: 'packer',
      box: 'keep',
      zh: { meaning: '快递公司不在平台的名单里', remedy: '刷新快递公司名单，重新选择后保存。' },
      en: {
        meaning: 'The carrier is not on the platform’s list.',
        remedy: 'Refresh the list of carriers, choose again and save.',
      },
    },
  ],
  [
    '606005',
    {
      replyClass: refused('waybill'),
      actor: 'packer',
      box: 'relabel',
      zh: { meaning: '平台不认这个快递单号', remedy: '重新扫描面单上的快递单号；号码没错就换一张面单。' },
      en: {
        meaning: 'The platform does not accept this waybill number.',
        remedy: 'Scan the number on the label again; if it is right, use a new label.',
      },
    },
  ],
  [
    '6060479',
    {
      replyClass: refused('waybill'),
      actor: 'packer',
      box: 'relabel',
      zh: { meaning: '快递单号不符合所选快递公司的格式', remedy: '核对快递公司是否选对，或重新扫描面单上的快递单号。' },
      en: {
        meaning: 'The waybill number does not have the chosen carrier’s form.',
        remedy: 'Check that the right carrier is chosen, or scan the number on the label again.',
      },
    },
  ],
]);

/** Answers that name a missing setting of the shop: one banner for the shop, not one a parcel. */
export const shopSetupCodes = channelsEntries('document', [
  [
    '606003',
    {
      replyClass: shopSetup,
      actor: 'admin',
      box: 'keep',
      zh: { meaning: '店铺没有设默认退货地址', remedy: '到小店后台设置默认退货地址，再回来点「解除暂停」。' },
      en: {
        meaning: 'The shop has no default return address.',
        remedy: 'Set one in the shop’s back office, then release the shipments here.',
      },
    },
  ],
  [
    '606034',
    {
      replyClass: shopSetup,
      actor: 'admin',
      box: 'keep',
      zh: {
        meaning: '要走商品质检，或须由指定服务商发货',
        remedy: '到「平台服务-商品质检」开通，或请指定服务商发货；先留下包裹。',
      },
      en: {
        meaning: 'These goods need quality inspection, or a named service provider must ship them.',
        remedy: 'Open the inspection service in the back office, or let that provider ship; keep the parcel meanwhile.',
      },
    },
  ],
  [
    '606045',
    {
      replyClass: shopSetup,
      actor: 'admin',
      box: 'keep',
      zh: { meaning: '生鲜订单要先上传质检和打包信息', remedy: '到小店后台上传打包照片和视频，再回来点「解除暂停」。' },
      en: {
        meaning: 'Fresh goods need inspection and packing details first.',
        remedy: 'Upload the packing pictures and videos in the back office, then release the shipments here.',
      },
    },
  ],
  [
    '606046',
    {
      replyClass: shopSetup,
      actor: 'admin',
      box: 'relabel',
      zh: { meaning: '平台要求用电子面单发货', remedy: '在小店后台取电子面单，换上新面单后重新保存。' },
      en: {
        meaning: 'The platform demands an electronic waybill for this.',
        remedy: 'Draw an electronic waybill in the back office, relabel the parcel and save again.',
      },
    },
  ],
]);
