import { account } from '../reply-classes.ts';
import { accountRow as row, type CodeRow, type CodeRows } from './code-row.ts';

/** Answers about credentials, permissions and quota, common to the family. */
export const accountRows: CodeRows = [
  [
    '40002',
    row(
      account('credentials'),
      { meaning: '取令牌的请求类型不被接受', remedy: '重新填写店铺的 AppID 和 AppSecret，再测试连接。' },
      {
        meaning: 'The kind of token request is not accepted.',
        remedy: 'Enter the shop’s AppID and AppSecret again, then test the connection.',
      },
    ),
  ],
  [
    '40013',
    row(
      account('credentials'),
      { meaning: 'AppID 不对', remedy: '在「店铺」里重新填写 AppID，再测试连接。' },
      { meaning: 'The AppID is wrong.', remedy: 'Enter the AppID again under Shops, then test the connection.' },
    ),
  ],
  [
    '40125',
    row(
      account('credentials'),
      { meaning: 'AppSecret 不对', remedy: '到店铺后台核对或重置 AppSecret，重新填写后测试连接。' },
      {
        meaning: 'The AppSecret is wrong.',
        remedy: 'Check or reset it in the back office, enter it again and test the connection.',
      },
    ),
  ],
  [
    '40243',
    row(
      account('credentials'),
      { meaning: 'AppSecret 被冻结', remedy: '到店铺后台解冻 AppSecret，再测试连接。' },
      {
        meaning: 'The AppSecret is frozen.',
        remedy: 'Unfreeze it in the back office, then test the connection.',
      },
    ),
  ],
  [
    '41002',
    row(
      account('credentials'),
      { meaning: '没有填 AppID', remedy: '在「店铺」里填写 AppID，再测试连接。' },
      { meaning: 'The AppID is missing.', remedy: 'Enter it under Shops, then test the connection.' },
    ),
  ],
  [
    '41004',
    row(
      account('credentials'),
      { meaning: '没有填 AppSecret', remedy: '在「店铺」里填写 AppSecret，再测试连接。' },
      { meaning: 'The AppSecret is missing.', remedy: 'Enter it under Shops, then test the connection.' },
    ),
  ],
  [
    '45009',
    row(
      account('quota'),
      { meaning: '今天的接口调用次数用完了', remedy: '可继续打包，恢复后自动发送；急用请在后台清零额度。' },
      {
        meaning: 'Today’s allowance of calls is used up.',
        remedy: 'Keep packing: sending goes on by itself; if urgent, reset the allowance in the back office.',
      },
    ),
  ],
  [
    '45011',
    row(
      account('quota'),
      { meaning: '调用太频繁，平台限流一分钟', remedy: '不用处理，下一分钟自动继续。' },
      { meaning: 'Too many calls this minute.', remedy: 'Nothing to do: it goes on in the next minute.' },
      'nobody',
    ),
  ],
  [
    '48004',
    row(
      account('permission'),
      { meaning: '平台封禁了这个应用的接口', remedy: '登录店铺后台查看违规通知，申诉解封后测试连接。' },
      {
        meaning: 'The platform has closed this interface for the app.',
        remedy: 'Read the notice in the back office, appeal, then test the connection.',
      },
    ),
  ],
  [
    '50001',
    row(
      account('permission'),
      { meaning: '店铺没有授权这个接口', remedy: '让店主重新授权订单与发货，再测试连接。' },
      {
        meaning: 'The shop has not authorised this interface.',
        remedy: 'Have the owner authorise orders and shipping again, then test the connection.',
      },
    ),
  ],
  [
    '50002',
    row(
      account('frozen'),
      { meaning: '店铺账号被冻结', remedy: '停止发货，登录店铺后台查看原因并申诉。' },
      {
        meaning: 'The shop’s account is frozen.',
        remedy: 'Stop shipping; read the reason in the back office and appeal.',
      },
    ),
  ],
  [
    '10080000',
    row(
      account('frozen'),
      { meaning: '店铺正在注销', remedy: '停止发货，请店主在店铺后台确认是否撤销注销。' },
      {
        meaning: 'The shop is being closed.',
        remedy: 'Stop shipping; ask the owner whether the closing is to be undone.',
      },
    ),
  ],
  [
    '10080001',
    row(
      account('frozen'),
      { meaning: '店铺已注销', remedy: '停止发货；与店主核对后在这里移除店铺。' },
      {
        meaning: 'The shop is closed.',
        remedy: 'Stop shipping; after checking with the owner, remove the shop here.',
      },
    ),
  ],
];

/** 48001: the app may not use the interface at all. */
export const permissionRow: CodeRow = row(
  account('permission'),
  { meaning: '这个应用没有发货接口的权限', remedy: '到店铺后台开通订单与发货权限，再测试连接。' },
  {
    meaning: 'This app is not allowed to use the shipping interface.',
    remedy: 'Grant it orders and shipping in the back office, then test the connection.',
  },
);

/** 61007: what the owner has authorised lacks the interface's permission set; null where no page names its number. */
export const permissionSetRow = (set: '131' | '192' | null): CodeRow =>
  row(
    account('permission'),
    {
      meaning: `授权里不含订单权限${set === null ? '' : `（${set}）`}`,
      remedy: '让店主重新授权，勾选订单权限集，再测试连接。',
    },
    {
      meaning: `The authorisation lacks the order permission set${set === null ? '' : ` (${set})`}.`,
      remedy: 'Have the owner authorise again with that set, then test the connection.',
    },
  );
