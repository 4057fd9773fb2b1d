import type { ShiftParcel } from '../contract/shift.ts';
import type { Language } from '../contract/system.ts';
import type { CheckResult, ShiftCheck } from '../domain/shift-checks.ts';
import type { Difference } from '../domain/shift-differences.ts';
import { stopReasonWords } from './shelf-sentences.ts';

/** A difference in two or three words, what it means, and what somebody has to do about it. */
export type DifferenceWords = { readonly name: string; readonly todo: string };

const ZH: Readonly<Record<Difference, DifferenceWords>> = {
  'handed-stopped': { name: '不该走，却交给快递了', todo: '马上联系快递拦截，拿回这个包裹' },
  stopped: { name: '拦下，不能发', todo: '找出箱子放到问题架，等主管处理' },
  failed: { name: '平台没收，发不出去', todo: '箱子留下；到发件箱看原因，改好再发' },
  doubt: { name: '结果未知，正在核实', todo: '不要重复发；过一会儿再看发件箱' },
  'on-hold': { name: '挂起，还没装完', todo: '箱子在问题架；能做就再扫订单号' },
  'handed-unconfirmed': { name: '已交快递，平台还没确认', todo: '等网络或平台恢复；会自动发送' },
  unhanded: { name: '已打包，没交快递', todo: '在货架上找到它，补扫交接' },
  'confirmed-unhanded': { name: '平台已发货，没扫到交接', todo: '找找还在不在：在就补扫，不在问快递' },
  unconfirmed: { name: '不走快递，平台还没确认', todo: '等网络或平台恢复；会自动发送' },
};

const EN: Readonly<Record<Difference, DifferenceWords>> = {
  'handed-stopped': { name: 'Gone, though it must not leave', todo: 'Call the courier now and have it brought back' },
  stopped: { name: 'Stopped', todo: 'Find the box and put it on the problem shelf for a lead' },
  failed: { name: 'Refused or failed', todo: 'Keep the box; the outbox says what to change' },
  doubt: { name: 'In doubt', todo: 'Do not ship it again; look at the outbox in a while' },
  'on-hold': { name: 'Put aside, not packed', todo: 'It lies on the problem shelf; scan its order to go on' },
  'handed-unconfirmed': { name: 'Handed over, not confirmed', todo: 'It is sent once network or platform are back' },
  unhanded: { name: 'Packed, not handed over', todo: 'Find it on the rack and scan it for the courier' },
  'confirmed-unhanded': { name: 'Confirmed, not handed over', todo: 'Still here? Scan it. Not here? Ask the courier' },
  unconfirmed: { name: 'No courier, not confirmed', todo: 'It is sent once network or platform are back' },
};

export const differenceWords = (difference: Difference, language: Language): DifferenceWords =>
  (language === 'en' ? EN : ZH)[difference];

/** The difference of one parcel; for a stopped one with its reason. Empty where everything agrees. */
export function parcelWords(
  { difference, stop }: Pick<ShiftParcel, 'difference' | 'stop'>,
  language: Language,
): string {
  if (difference === null) return '';
  const { name } = differenceWords(difference, language);
  return stop === null ? name : `${name}${language === 'en' ? ': ' : '：'}${stopReasonWords(stop, language)}`;
}

const CHECKS: Readonly<Record<Language, Readonly<Record<ShiftCheck, string>>>> = {
  'zh-CN': { sound: '声音', scan: '扫码枪', network: '网络', queue: '待发包裹', clock: '时钟' },
  en: { sound: 'sound', scan: 'scanner', network: 'network', queue: 'unsent packages', clock: 'clock' },
};
const RESULTS: Readonly<Record<Language, Readonly<Record<CheckResult, string>>>> = {
  'zh-CN': { good: '正常', bad: '有问题', skipped: '没检查' },
  en: { good: 'good', bad: 'not in order', skipped: 'not checked' },
};

export const checkWords = (check: ShiftCheck, language: Language): string => CHECKS[language][check];
export const checkResultWords = (result: CheckResult, language: Language): string => RESULTS[language][result];
