/** Codes that mean something at this desk: a hostile code may hide one of them. */
export type KnownCodes = readonly string[];

const pick = <Value>(random: () => number, from: readonly Value[]): Value =>
  from[Math.floor(random() * from.length)] as Value;

const characters = (random: () => number, count: number, from: (random: () => number) => number): string =>
  Array.from({ length: count }, () => String.fromCodePoint(from(random))).join('');

const between = (low: number, high: number) => (random: () => number) => low + Math.floor(random() * (high - low + 1));

const ASCII = between(0x20, 0x7e);
const DIGIT = between(0x30, 0x39);
/** C0, DEL and C1: what a badly set-up scanner, or a hostile label, types as keys. */
const CONTROL = (random: () => number): number =>
  random() < 0.6 ? between(0, 0x1f)(random) : between(0x7f, 0x9f)(random);
/** Bidirectional marks, zero-width signs, a byte order mark. */
const UNSEEN = (random: () => number): number =>
  pick(random, [0x200b, 0x200c, 0x200d, 0x200e, 0x202a, 0x202e, 0x2060, 0x2066, 0x2069, 0xfeff, 0x00ad]);
const FULL_WIDTH = between(0xff01, 0xff5e);
/** What bytes of GBK look like when they are read as Latin-1. */
const TORN_GBK = between(0x81, 0xfe);
const EMOJI = between(0x1f300, 0x1faff);
const CHINESE = between(0x4e00, 0x9fff);
/** Half of a pair: no text at all, but a string may hold it. */
const LONE_SURROGATE = between(0xd800, 0xdfff);

const WORDS = [
  `'";--`,
  `1' OR '1'='1`,
  `'); DROP TABLE op;--`,
  '<img src=x onerror=alert(1)>',
  '<script>alert(1)</script>',
  `=cmd|' /C calc'!A0`,
  '@SUM(1+1)',
  'javascript:alert(1)',
  'https://evil.example/?q=1',
  '{{constructor.constructor("return 1")()}}',
  '../../../../etc/passwd',
  'file:///etc/passwd',
  '%00%0d%0a',
  '${process.exit(1)}',
  '$(reboot)',
  'null',
  'undefined',
  '__proto__',
  'constructor',
  'NaN',
  '-1',
  '1e309',
  '99999999999999999999999999',
  '{"action":"acknowledge"}',
  ']C1',
  '】C1',
  '%s%n%x',
  '发货',
  'CON',
];

/** Where in a code something is put. */
const inserted = (random: () => number, code: string, more: string): string => {
  const at = Math.floor(random() * (code.length + 1));
  return code.slice(0, at) + more + code.slice(at);
};

const wide = (code: string): string =>
  [...code].map((sign) => String.fromCharCode(sign.charCodeAt(0) + (/[!-~]/.test(sign) ? 0xfee0 : 0))).join('');

const KINDS: readonly ((random: () => number, known: KnownCodes) => string)[] = [
  (random) => characters(random, between(1, 40)(random), CONTROL),
  (random) => inserted(random, characters(random, between(1, 30)(random), ASCII), characters(random, 2, CONTROL)),
  (random) => characters(random, between(1, 60)(random), ASCII),
  (random) => characters(random, between(1, 30)(random), DIGIT),
  (random) => characters(random, between(1, 30)(random), UNSEEN),
  (random) => characters(random, between(1, 30)(random), FULL_WIDTH),
  (random) => characters(random, between(1, 30)(random), TORN_GBK),
  (random) => characters(random, between(1, 20)(random), EMOJI),
  (random) => characters(random, between(1, 30)(random), CHINESE),
  (random) => inserted(random, characters(random, 12, DIGIT), characters(random, 1, LONE_SURROGATE)),
  (random) => pick(random, WORDS),
  (random) => inserted(random, pick(random, WORDS), characters(random, 3, ASCII)),
  (random, known) => inserted(random, pick(random, known), characters(random, 1, CONTROL)),
  (random, known) => inserted(random, pick(random, known), characters(random, 2, UNSEEN)),
  (random, known) => inserted(random, pick(random, known), pick(random, WORDS)),
  (random, known) => wide(pick(random, known)),
  (random, known) => `${pick(random, known)}\r\n${pick(random, known)}`,
  (random, known) => pick(random, known).slice(0, between(1, 30)(random)),
  (random, known) => pick(random, known).toLowerCase().split('').toReversed().join(''),
  // Two digits and a check digit away from a command of the desk.
  (random) => `990${between(0, 9)(random)}${characters(random, 6, DIGIT)}`,
  (random) => characters(random, pick(random, [64, 255, 512, 513, 4_096, 65_536]), ASCII),
];

/** One hostile code; `known` are codes of real orders, goods and waybills that may be hidden in it. */
export const hostileBarcode = (random: () => number, known: KnownCodes): string => pick(random, KINDS)(random, known);
