import { z } from 'zod';
import { packingContract } from '../contract/packing.ts';
import type { Language } from '../contract/system.ts';
import type { CommandId } from '../domain/commands/command-list.ts';
import { commandWords } from './command-words.ts';

type BenchKey = z.infer<typeof packingContract.act.input>['action'];

/** What the log says of keys that are no command by themselves; `{{what}}` is what was chosen. */
const CHOICES: Readonly<Record<Exclude<BenchKey, CommandId>, Readonly<Record<Language, string>>>> = {
  'close-order': { 'zh-CN': '放下订单', en: 'Put the order down' },
  'confirm-none': { 'zh-CN': '确认发货，不用快递', en: 'Confirm without courier' },
  answer: { 'zh-CN': '回答了屏幕上的问题', en: 'Answer on screen' },
  'pick-carrier': { 'zh-CN': '选快递 {{what}}', en: 'Carrier {{what}}' },
  'photo-taken': { 'zh-CN': '拍了照', en: 'Photo taken' },
  'photo-missed': { 'zh-CN': '没拍到照片', en: 'No photo' },
  'excuse-photo': { 'zh-CN': '没有照片，主管放行', en: 'Let go without a photo' },
  'name-carrier': { 'zh-CN': '填快递公司 {{what}}', en: 'Carrier named {{what}}' },
};

const LoggedSchema = z.object({
  action: z.custom<BenchKey>((action) =>
    packingContract.act.input.options.some((one) => one.shape.action.value === action),
  ),
  quantity: z.int().optional(),
  code: z.string().optional(),
  name: z.string().optional(),
});

/** A key of the bench in words, from the JSON the scan log keeps of it. One that another version wrote stands for itself. */
export function benchKeyWords(logged: string, language: Language): string {
  const read = LoggedSchema.safeParse(parsed(logged));
  if (!read.success) return logged;
  const { action, quantity, code = '', name = code } = read.data;
  if (isChoice(action)) return CHOICES[action][language].replace('{{what}}', name);
  const { label } = commandWords(action, language);
  return quantity === undefined ? label : `${label} ${quantity}`;
}

const isChoice = (action: BenchKey): action is Exclude<BenchKey, CommandId> => Object.hasOwn(CHOICES, action);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
