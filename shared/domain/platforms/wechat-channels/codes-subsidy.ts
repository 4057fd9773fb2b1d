import { refused } from '../reply-classes.ts';
import type { CodeRow } from '../wechat/code-row.ts';
import { channelsEntries } from './channels-entries.ts';

const conflict: CodeRow['replyClass'] = { kind: 'conflict' };

/** Answers about orders with a state subsidy (国补): carrier and serial number are checked by the platform. */
export const subsidyCodes = channelsEntries('document', [
  [
    '606060',
    {
      replyClass: refused('serial-number'),
      actor: 'packer',
      box: 'open',
      zh: { meaning: '国补订单必须填 SN 码', remedy: '扫描商品上的 SN 码，再重新保存。' },
      en: {
        meaning: 'A subsidised order needs the serial number.',
        remedy: 'Scan the serial number on the goods, then save again.',
      },
    },
  ],
  [
    '606061',
    {
      replyClass: refused('carrier'),
      actor: 'lead',
      box: 'relabel',
      zh: { meaning: '国补订单只能用指定的快递公司', remedy: '换成支持国补的快递公司，贴新面单后重新保存。' },
      en: {
        meaning: 'A subsidised order may only go with certain carriers.',
        remedy: 'Choose a carrier that takes subsidised goods, relabel the parcel and save again.',
      },
    },
  ],
  [
    '268545000',
    {
      replyClass: refused('carrier'),
      actor: 'lead',
      box: 'relabel',
      zh: { meaning: '这家快递公司不支持国补', remedy: '换成支持国补的快递公司，贴新面单后重新保存。' },
      en: {
        meaning: 'This carrier does not take subsidised goods.',
        remedy: 'Choose another carrier, relabel the parcel and save again.',
      },
    },
  ],
  [
    '268545001',
    {
      replyClass: refused('waybill'),
      actor: 'packer',
      box: 'relabel',
      zh: { meaning: '面单是给别的订单或商品取的号', remedy: '确认没有贴错面单；用本订单重新取号，换面单后保存。' },
      en: {
        meaning: 'The label was drawn for another order or other goods.',
        remedy: 'Make sure the label is not on the wrong parcel; draw one for this order, relabel and save again.',
      },
    },
  ],
  [
    '268545002',
    {
      replyClass: refused('waybill'),
      actor: 'lead',
      box: 'relabel',
      zh: { meaning: '电子面单里的商品订单信息无效', remedy: '作废这张面单，用本订单重新取号后再保存。' },
      en: {
        meaning: 'The goods named in the electronic waybill are not valid.',
        remedy: 'Void this label, draw a new one for this order and save again.',
      },
    },
  ],
  [
    '268545003',
    {
      replyClass: refused('items'),
      actor: 'packer',
      box: 'open',
      zh: { meaning: '商品规格与国补登记的不一致', remedy: '打开包裹，核对商品规格，改好后重新保存。' },
      en: {
        meaning: 'The variant differs from the one registered for the subsidy.',
        remedy: 'Open the parcel, check the variant and save again.',
      },
    },
  ],
  [
    '268545004',
    {
      replyClass: refused('order'),
      actor: 'lead',
      box: 'keep',
      zh: { meaning: '平台找不到这个商品的国补信息', remedy: '留下包裹，到小店后台核对商品的国补设置。' },
      en: {
        meaning: 'The platform has no subsidy details for these goods.',
        remedy: 'Keep the parcel and check the product’s subsidy settings in the back office.',
      },
    },
  ],
  [
    '268545005',
    {
      replyClass: refused('items'),
      actor: 'packer',
      box: 'open',
      zh: { meaning: '国补商品不能与别的商品合并打单', remedy: '拆开包裹，国补商品单独一个包裹，再重新保存。' },
      en: {
        meaning: 'Subsidised goods may not share a label with others.',
        remedy: 'Give the subsidised goods a package of their own, then save again.',
      },
    },
  ],
  [
    '268545006',
    {
      replyClass: refused('items'),
      actor: 'packer',
      box: 'open',
      zh: { meaning: '国补包裹不能放多种规格', remedy: '拆开包裹，每种规格单独一个包裹，再重新保存。' },
      en: {
        meaning: 'A subsidised package may hold one variant only.',
        remedy: 'Split it: one package per variant, then save again.',
      },
    },
  ],
  [
    '268545007',
    {
      replyClass: refused('items'),
      actor: 'packer',
      box: 'open',
      zh: { meaning: '国补包裹里的商品不唯一', remedy: '拆开包裹，只留一件国补商品，再重新保存。' },
      en: {
        meaning: 'The package does not hold exactly one kind of goods.',
        remedy: 'Leave just the one subsidised piece in it, then save again.',
      },
    },
  ],
  [
    '268545008',
    {
      replyClass: refused('serial-number'),
      actor: 'lead',
      box: 'keep',
      zh: { meaning: '国补订单的参数不对', remedy: '核对 SN 码和 IMEI 后重新保存；仍不行就在后台发货。' },
      en: {
        meaning: 'A value of the subsidised order is wrong.',
        remedy: 'Check serial number and IMEI and save again; otherwise ship it in the back office.',
      },
    },
  ],
  [
    '268545009',
    {
      replyClass: { kind: 'retry', minWaitMs: 5_000, maxTries: 3 },
      actor: 'nobody',
      box: 'ship',
      zh: { meaning: '锁定 SN 码没成功，这次没有发货', remedy: '不用处理，稍后自动重试，最多三次。' },
      en: {
        meaning: 'The serial number could not be locked; this try was not applied.',
        remedy: 'Nothing to do: it is tried again, three times at most.',
      },
    },
  ],
  [
    '268545010',
    {
      replyClass: conflict,
      actor: 'lead',
      box: 'keep',
      zh: { meaning: 'SN 码已被其他平台占用', remedy: '扣下这件货，交主管核对是否扫错或一货多卖。' },
      en: {
        meaning: 'Another platform holds this serial number.',
        remedy: 'Hold the goods; the lead checks for a wrong scan or a piece sold twice.',
      },
    },
  ],
  [
    '268545011',
    {
      replyClass: conflict,
      actor: 'lead',
      box: 'keep',
      zh: { meaning: 'SN 码已被别的订单占用', remedy: '扣下这件货，交主管核对是哪个订单用了这个码。' },
      en: {
        meaning: 'Another order holds this serial number.',
        remedy: 'Hold the goods; the lead finds out which order used it.',
      },
    },
  ],
  [
    '268545012',
    {
      replyClass: refused('serial-number'),
      actor: 'packer',
      box: 'open',
      zh: { meaning: 'SN 码或 IMEI 不对，锁定被拒', remedy: '重新扫描 SN 码和 IMEI，再重新保存。' },
      en: {
        meaning: 'Serial number or IMEI is wrong, so locking was refused.',
        remedy: 'Scan serial number and IMEI again, then save.',
      },
    },
  ],
  [
    '268545013',
    {
      replyClass: refused('serial-number'),
      actor: 'lead',
      box: 'keep',
      zh: { meaning: 'SN 码锁定失败，平台没说原因', remedy: '核对 SN 码后重新保存；仍不行就联系平台客服。' },
      en: {
        meaning: 'The serial number could not be locked; the platform gives no reason.',
        remedy: 'Check the number and save again; otherwise contact the platform’s support.',
      },
    },
  ],
  [
    '268545014',
    {
      replyClass: refused('order'),
      actor: 'lead',
      box: 'keep',
      zh: { meaning: '这类商品不支持国补', remedy: '留下包裹，到小店后台核对商品类目和订单。' },
      en: {
        meaning: 'This category of goods has no subsidy.',
        remedy: 'Keep the parcel and check category and order in the back office.',
      },
    },
  ],
  [
    '268545015',
    {
      replyClass: refused('serial-number'),
      actor: 'packer',
      box: 'open',
      zh: { meaning: '平台查不到这个 SN 码', remedy: '重新扫描商品上的 SN 码；码没错就换一件商品。' },
      en: {
        meaning: 'The platform does not know this serial number.',
        remedy: 'Scan the number on the goods again; if it is right, take another piece.',
      },
    },
  ],
]);
