import type { Problem } from '../../shared/contract/problem.ts';
import { describeProblem } from '../../shared/messages/describe-problem.ts';

/** A sentence in both languages: a host speaks before the database that holds the chosen language is open. */
export type HostSentence = { readonly zh: string; readonly en: string };

export const hostSentences = {
  ready: (url: string): HostSentence => ({ zh: `发货台已就绪：${url}`, en: `Dispatch Desk is ready: ${url}` }),
  windowOpen: { zh: '发货台已就绪，窗口已打开', en: 'Dispatch Desk is ready and its window is open' },
  noWindow: (url: string): HostSentence => ({
    zh: `浏览器窗口没能打开，请在浏览器中打开这个链接：${url}`,
    en: `The browser window did not open; open this link in a browser: ${url}`,
  }),
  chooseDevice: { zh: '连接哪一个设备？', en: 'Which device is to be connected?' },
  noDevice: {
    zh: '没有找到设备，请插好再点一次',
    en: 'No device was found; plug it in and press the button again',
  },
  noneOfThese: { zh: '不连接', en: 'None' },
  closing: { zh: '正在保存并退出', en: 'Saving and closing' },
  usage: (detail: string): HostSentence => ({
    zh: `参数不对（${detail}）。可用：--data 文件夹、--port 端口、--no-open、--print-url`,
    en: `These arguments are not understood (${detail}). Known: --data DIR, --port PORT, --no-open, --print-url`,
  }),
  portTaken: (port: number): HostSentence => ({
    zh: `端口 ${port} 已被占用，请换一个端口，或不写 --port`,
    en: `Port ${port} is taken; choose another one, or leave --port away`,
  }),
  crashed: (ref: string): HostSentence => ({
    zh: `发货台出错退出了，已存的单子都在。请重新打开；还不行就把编号 ${ref} 报给管理员`,
    en: `Dispatch Desk had to stop; whatever was saved is safe. Start it again, and report reference ${ref} if that fails`,
  }),
} as const;

/** One line with both languages, Chinese first. */
export const inBothLanguages = ({ zh, en }: HostSentence): string => `${zh} · ${en}`;

/** A problem as lines for a terminal: what happened and what to do, Chinese first. */
export function problemLines(problem: Problem): string {
  return (['zh-CN', 'en'] as const)
    .map((language) => {
      const { title, action } = describeProblem(problem, language);
      return language === 'en' ? `${title}. ${action}` : `${title}。${action}`;
    })
    .join('\n');
}
