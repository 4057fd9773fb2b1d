import { defect } from '../reply-classes.ts';
import type { CodeRow, CodeRows } from './code-row.ts';

/** 40097: a value is missing or cannot be. */
export const badValueRow: CodeRow = {
  replyClass: defect(),
  actor: 'admin',
  box: 'keep',
  zh: {
    meaning: '平台不认可请求里的某个参数',
    remedy: '先核对订单和商品；再次出现就把这一行导出，报告给开发者。',
  },
  en: {
    meaning: 'The platform does not accept one of the values sent.',
    remedy: 'Check order and goods first; if it comes back, export this row and report it to the developers.',
  },
};

/** 47001: a field has the wrong type. */
export const badFormatRow: CodeRow = {
  replyClass: defect(),
  actor: 'admin',
  box: 'keep',
  zh: {
    meaning: '请求的格式不对，是本软件的缺陷',
    remedy: '导出这一行并报告给开发者；急单先在店铺后台手动发货。',
  },
  en: {
    meaning: 'The request has the wrong format: a defect of this app.',
    remedy: 'Export this row and report it; ship urgent orders by hand in the shop’s back office.',
  },
};

/** Answers that say a request never had the family's form. */
export const requestRows: CodeRows = [
  [
    '43002',
    {
      replyClass: defect(),
      actor: 'admin',
      box: 'keep',
      zh: { meaning: '平台要求用 POST 调用', remedy: '检查网络里的代理是否改写请求；仍出现就报告给开发者。' },
      en: {
        meaning: 'The platform wants this call as POST.',
        remedy: 'Check whether a proxy on the network rewrites requests; otherwise report it to the developers.',
      },
    },
  ],
  [
    '43003',
    {
      replyClass: defect(),
      actor: 'admin',
      box: 'keep',
      zh: { meaning: '平台要求用 HTTPS 调用', remedy: '检查店铺的接口地址是否以 https 开头，改好后重试。' },
      en: {
        meaning: 'The platform wants this call over HTTPS.',
        remedy: 'Make sure the shop’s address starts with https, then try again.',
      },
    },
  ],
  [
    '44002',
    {
      replyClass: defect(),
      actor: 'admin',
      box: 'keep',
      zh: { meaning: '平台收到的请求内容是空的', remedy: '检查网络里的代理或安全软件；仍出现就报告给开发者。' },
      en: {
        meaning: 'The platform received an empty request.',
        remedy: 'Check proxies and security software on the network; otherwise report it to the developers.',
      },
    },
  ],
];

/** Answers to listing orders by time and page. */
export const listRows: CodeRows = [
  [
    '606006',
    {
      replyClass: defect(),
      actor: 'admin',
      box: 'none',
      zh: { meaning: '拉取订单翻页时条件变了', remedy: '重新拉取一次订单；再次出现请报告给开发者。' },
      en: {
        meaning: 'The filter changed while paging through orders.',
        remedy: 'Pull the orders again; report it if it comes back.',
      },
    },
  ],
  [
    '31042',
    {
      replyClass: defect(),
      actor: 'admin',
      box: 'none',
      zh: { meaning: '这段时间里的订单太多，平台不给', remedy: '缩短拉取的时间范围后再拉一次。' },
      en: {
        meaning: 'Too many orders in this period for one pull.',
        remedy: 'Pull again with a shorter period.',
      },
    },
  ],
];
