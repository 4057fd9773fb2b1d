import { account } from '../reply-classes.ts';
import { accountRow as row, type CodeRows } from './code-row.ts';

/** A token that is bad or old: it is renewed once. */
const tokenRow = row(
  { kind: 'token' },
  { meaning: '访问令牌失效', remedy: '不用处理，会自动换新令牌再发一次。' },
  {
    meaning: 'The access token is no longer valid.',
    remedy: 'Nothing to do: it is renewed and the call made once more.',
  },
  'nobody',
);
const ipZh = '把本机的出口 IP 加入店铺后台的 IP 白名单，再测试连接。';
const ipEn = 'Add this machine’s public IP to the allow-list in the back office, then test the connection.';

/** Answers about the token and about where the call comes from: common to the family, and neither is a wrong secret. */
export const accessRows: CodeRows = [
  ['40001', tokenRow],
  ['40014', tokenRow],
  ['42001', tokenRow],
  ['41001', tokenRow],
  [
    '40164',
    row(
      account('ip'),
      { meaning: '本机 IP 不在白名单里', remedy: ipZh },
      { meaning: 'This machine’s IP is not on the allow-list.', remedy: ipEn },
    ),
  ],
  [
    '45035',
    row(
      account('ip'),
      { meaning: '本机 IP 没有登记，调用被拒', remedy: ipZh },
      { meaning: 'This machine’s IP is not registered.', remedy: ipEn },
    ),
  ],
  [
    '61004',
    row(
      account('ip'),
      { meaning: '调用来源 IP 未登记', remedy: ipZh },
      { meaning: 'The calling IP is not registered.', remedy: ipEn },
    ),
  ],
  [
    'http-403',
    row(
      account('ip'),
      { meaning: '平台拒绝这个 IP 访问（403）', remedy: ipZh },
      { meaning: 'The platform refuses this IP (403).', remedy: ipEn },
    ),
  ],
  [
    '89503',
    row(
      account('ip'),
      { meaning: '这个 IP 调用要管理员确认', remedy: '请管理员在微信里确认这个 IP，再测试连接。' },
      {
        meaning: 'The administrator must approve calls from this IP.',
        remedy: 'Ask the administrator to approve it in WeChat, then test the connection.',
      },
    ),
  ],
  [
    '89501',
    row(
      account('ip'),
      { meaning: '这个 IP 正在等管理员确认', remedy: '请管理员在微信里尽快确认，再测试连接。' },
      {
        meaning: 'This IP is waiting for the administrator’s approval.',
        remedy: 'Ask the administrator to approve it in WeChat, then test the connection.',
      },
    ),
  ],
  [
    '89506',
    row(
      account('ip'),
      {
        meaning: '管理员两次拒绝了这个 IP，24 小时内不能用',
        remedy: '请管理员把本机 IP 加入白名单，或 24 小时后再试。',
      },
      {
        meaning: 'The administrator declined this IP twice; it is barred for 24 hours.',
        remedy: 'Have this machine’s IP put on the allow-list, or try again after 24 hours.',
      },
    ),
  ],
  [
    '89507',
    row(
      account('ip'),
      { meaning: '管理员拒绝了这个 IP，1 小时内不能用', remedy: '请管理员把本机 IP 加入白名单，或 1 小时后再试。' },
      {
        meaning: 'The administrator declined this IP; it is barred for one hour.',
        remedy: 'Have this machine’s IP put on the allow-list, or try again after an hour.',
      },
    ),
  ],
];
