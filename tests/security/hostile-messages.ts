import { contract } from '../../shared/contract/index.ts';

/** Every procedure there is, as a message names it. */
export const procedureNames: readonly string[] = Object.entries(contract).flatMap(([area, procedures]) =>
  Object.keys(procedures).map((name) => `${area}.${name}`),
);

const MEGABYTES = 1024 * 1024;

/** Inputs no procedure takes: of another type, with keys nobody named, with keys that reach into prototypes. */
const INPUTS: readonly string[] = [
  'null',
  '[]',
  '"text"',
  '7',
  'true',
  '1e999',
  '[[[[[[]]]]]]',
  '{"__proto__":{"role":"admin"}}',
  '{"constructor":{"prototype":{"role":"admin"}}}',
  '{"extra":1}',
  '{"id":{"$ne":null}}',
  '{"id":["1","2"],"role":"admin"}',
  '{"toString":"x","valueOf":"x"}',
  `{"text":${JSON.stringify('\u0000\u001b[2J\u202e<img src=x onerror=alert(1)>')},"extra":"\\ud800"}`,
  `${'['.repeat(2_000)}${']'.repeat(2_000)}`,
  `{"a":"${'单'.repeat(20_000)}"}`,
];

/** Whole messages that are no call at all. */
const WHOLE: readonly string[] = [
  '',
  '{',
  '\u0000',
  'undefined',
  '[]',
  '{"name":7,"input":{}}',
  '{"name":"system.info","input":{},"role":"admin"}',
  '{"name":"system.info","input":{},"__proto__":{"ok":true}}',
  '{"name":"system.info"',
  '{"input":{}}',
];

const UNKNOWN: readonly string[] = [
  '__proto__',
  'constructor',
  'constructor.constructor',
  'orders.__proto__',
  'orders.constructor',
  'orders',
  'orders.',
  '.list',
  'orders.list.list',
  'hasOwnProperty.call',
  'ORDERS.LIST',
];

/** Nearly every second message is for a procedure that exists; one in a thousand is ten megabytes long. */
export function hostileMessage(random: () => number): string {
  const pick = <Value>(from: readonly Value[]): Value => from[Math.floor(random() * from.length)] as Value;
  const kind = random();
  if (kind < 0.001) return `{"name":"system.info","input":{"x":"${'x'.repeat(10 * MEGABYTES)}"}}`;
  if (kind < 0.15) return pick(WHOLE);
  if (kind < 0.25) return `{"name":${JSON.stringify(pick(UNKNOWN))},"input":${pick(INPUTS)}}`;
  if (kind < 0.35) return scrambled(`{"name":"${pick(procedureNames)}","input":${pick(INPUTS)}}`, random);
  return `{"name":"${pick(procedureNames)}","input":${pick(INPUTS)}}`;
}

/** One character is lost, doubled or replaced. */
function scrambled(text: string, random: () => number): string {
  const at = Math.floor(random() * Math.min(text.length, 200));
  const put = String.fromCharCode(Math.floor(random() * 256));
  return `${text.slice(0, at)}${random() < 0.5 ? put : ''}${text.slice(at + (random() < 0.5 ? 0 : 1))}`;
}
