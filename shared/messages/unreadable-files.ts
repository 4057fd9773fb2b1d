import type { Language } from '../contract/system.ts';
import type { Sentence } from './problem-sentences.ts';

type Both = readonly [zhTitle: string, zhAction: string, enTitle: string, enAction: string];

/** Why a file cannot be read, by the `detail` of the problem `file-unreadable`. */
const REASONS: Readonly<Record<string, Both>> = {
  empty: ['这个文件是空的', '请检查是不是选错了文件', 'This file is empty', 'Check whether it is the right file'],
  xls: [
    '这是旧版 Excel 文件（.xls）',
    '请在 Excel 或 WPS 里另存为 .xlsx 或 CSV，再导入',
    'This is an old Excel file (.xls)',
    'Save it as .xlsx or CSV in Excel or WPS and import that',
  ],
  binary: [
    '这不是表格文件',
    '请导入 CSV（UTF-8 或 GBK）或 XLSX 文件',
    'This is not a table',
    'Import a CSV (UTF-8 or GBK) or XLSX file',
  ],
  encoding: [
    '文件里的文字认不出来',
    '请另存为「CSV UTF-8」或 XLSX，再导入；什么都没有导入',
    'The text of this file cannot be understood',
    'Save it as “CSV UTF-8” or XLSX and import that; nothing was imported',
  ],
  quotes: [
    '文件里有一个引号没有配对',
    '请用 Excel 或 WPS 打开后另存为 XLSX，再导入；什么都没有导入',
    'A quotation mark in this file never closes',
    'Open it in Excel or WPS, save it as XLSX and import that; nothing was imported',
  ],
  'row-too-long': [
    '文件里有一行太长',
    '请检查引号有没有配对，或另存为 XLSX 再导入；什么都没有导入',
    'One row of this file is too long',
    'Check its quotation marks, or save it as XLSX; nothing was imported',
  ],
  damaged: [
    '这个 XLSX 文件坏了或没有传完整',
    '请在 Excel 或 WPS 里打开、重新保存，再导入；什么都没有导入',
    'This XLSX file is damaged or incomplete',
    'Open it in Excel or WPS, save it again and import that; nothing was imported',
  ],
  locked: [
    '这个文件加了密码',
    '请去掉密码后另存，再导入',
    'This file is protected by a password',
    'Save it without the password and import that',
  ],
  'no-sheet': [
    '文件里没有找到工作表',
    '请确认它是 Excel 或 WPS 保存的 .xlsx',
    'No worksheet was found in this file',
    'Make sure it is an .xlsx file saved by Excel or WPS',
  ],
  'too-many-bytes': [
    '这个文件解压后大得不正常',
    '它可能不是普通表格。请拆小后另存为 CSV 再导入；什么都没有导入',
    'This file swells beyond any ordinary table',
    'Split it and save the parts as CSV; nothing was imported',
  ],
};

/** The sentence for one reason, or null for one that is not known. */
export function unreadableFileSentence(reason: string, language: Language): Sentence | null {
  const both = REASONS[reason];
  if (both === undefined) return null;
  return language === 'en' ? { title: both[2], action: both[3] } : { title: both[0], action: both[1] };
}
