import { isChineseEan } from '../../shared/domain/barcode.ts';
import type { Carrier } from '../../shared/domain/carrier.ts';
import { carrierKeyOf } from '../../shared/domain/carriers/carrier-table.ts';
import { guessCarriers } from '../../shared/domain/carriers/guess-carriers.ts';
import { WAYBILL_SHAPES } from '../../shared/domain/carriers/waybill-shapes.ts';
import { normaliseWaybill } from '../../shared/domain/waybill.ts';
import { parseExactJson } from '../../shared/kernel/json.ts';
import jsonBigint from 'json-bigint';
import { parse as parseLossless } from 'lossless-json';
import { median, medianRatio, now } from './measure.ts';
import type { Figure, Report } from './report.ts';

const ROUNDS = 9;
const ORDERS = 100;

/** Ids of 64 bits in a platform's answer, and which carriers a waybill may be of: right first, then what that costs. */
export function exactnessBench(): Report {
  const json = parsers();
  const carriers = candidates();
  return {
    figures: [...json.figures, ...carriers.figures],
    answers: [json.answer, carriers.answer],
    charts: [json.chart],
  };
}

const idOf = (index: number): string => String(3_704_612_345_678_901_233n + BigInt(index) * 1_000_003n);

const DOCUMENT = `{"errcode":0,"orders":[${Array.from({ length: ORDERS }, (_, index) => {
  const id = idOf(index);
  return `{"order_id":${id},"product":{"product_id":${idOf(index + 1)},"sku_id":${idOf(index + 2)},"title":"\\"红茶\\" ${id}, 12345678901234567890"},"user":${idOf(index + 3)},"price":12.5,"note":"${'请放门口 '.repeat(40)}"}`;
}).join(',')}]}`;

function parsers() {
  const big = jsonBigint({ storeAsString: true });
  const read: Readonly<Record<string, (text: string) => unknown>> = {
    'JSON.parse': (text) => JSON.parse(text) as unknown,
    'the app': (text) => {
      const parsed = parseExactJson(text);
      return parsed.ok ? parsed.value : null;
    },
    'lossless-json, its own numbers': (text) => parseLossless(text),
    'json-bigint, strings': (text) => big.parse(text) as unknown,
    'JSON.parse, reviver with source': (text) => JSON.parse(text, exactReviver) as unknown,
  };
  const times = inTurn(read, (parse) => parse(DOCUMENT), 40);
  const over = (name: string): number => medianRatio(times.get(name) ?? [], times.get('JSON.parse') ?? []);
  const figures: readonly Figure[] = Object.entries(read).map(([name, parse]) => ({
    name: `JSON with 64-bit ids, ${name}`,
    value: `${((median(times.get(name) ?? []) * 1000) / ORDERS).toFixed(2)} µs an order, ${over(name).toFixed(2)} × JSON.parse`,
    note: `${exactIds(parse(DOCUMENT))} of ${ORDERS} order ids exact`,
  }));
  const exact = exactIds(read['the app']?.(DOCUMENT));
  return {
    figures,
    answer: {
      row: 19,
      measured: `${over('the app').toFixed(2)} ×, ${exact} of ${ORDERS} ids exact`,
      met: over('the app') <= 2 && exact === ORDERS,
    },
    chart: {
      name: 'json',
      title: 'Parsing orders with 64-bit ids',
      axis: '× JSON.parse, which rounds every id',
      kind: 'bars' as const,
      categories: Object.keys(read),
      series: [{ name: 'cost', values: Object.keys(read).map((name) => Math.round(over(name) * 100) / 100) }],
    },
  };
}

function exactReviver(this: unknown, _key: string, value: unknown, context?: { readonly source?: string }): unknown {
  return typeof value === 'number' && !Number.isSafeInteger(value) && /^-?\d+$/.test(context?.source ?? '')
    ? context?.source
    : value;
}

function exactIds(document: unknown): number {
  const { orders } = document as { orders: readonly { order_id: unknown }[] };
  return orders.filter(({ order_id: id }, index) => String(id) === idOf(index)).length;
}

const NUMBERS: readonly string[] = Array.from({ length: 1_200 }, (_, index) => {
  const digits = String((index * 7_919_104_729) % 10_000_000_000_000).padStart(13, '0');
  const heads = ['7', 'YT', 'JT', 'SF1', 'JDV0', '43', 'DPK', '77', '98', '', 'VIP', '690'];
  return `${heads[index % heads.length] ?? ''}${digits}`;
});
const NAMES = ['中通快递', '圆通速递', '韵达快递', '极兔速递', '申通快递', '顺丰速运', '京东快递', 'EMS', '德邦快递'];
const CARRIERS: readonly Carrier[] = NAMES.map((name, index) => ({ code: `C${index}`, name }));

function candidates() {
  const ask: Readonly<Record<string, (number: string) => readonly Carrier[]>> = {
    'the app': (number) => guessCarriers(number, CARRIERS),
    'every rule in order': everyRule,
  };
  const times = inTurn(ask, (guess) => NUMBERS.forEach((number) => guess(number)), 3);
  const same = NUMBERS.every((number) => codes(guessCarriers(number, CARRIERS)) === codes(everyRule(number)));
  const faster = medianRatio(times.get('every rule in order') ?? [], times.get('the app') ?? []);
  const figures: readonly Figure[] = Object.keys(ask).map((name) => ({
    name: `carriers of a waybill, ${name}`,
    value: `${((median(times.get(name) ?? []) * 1_000_000) / NUMBERS.length).toFixed(0)} ns`,
    note: `${NUMBERS.length} numbers, ${WAYBILL_SHAPES.length} carriers`,
  }));
  return {
    figures,
    answer: {
      row: 20,
      measured: `${faster.toFixed(2)} × as fast, ${same ? 'same answers' : 'OTHER ANSWERS'}; most of both is telling the shop’s carriers apart by their names, once for each waybill scanned`,
      met: faster >= 3 && same,
    },
  };
}

/** The same question without any order of asking: every pattern of every carrier is tried. */
function everyRule(text: string): readonly Carrier[] {
  const number = normaliseWaybill(text);
  if (isChineseEan(number)) return [];
  const fits = WAYBILL_SHAPES.map(({ key, usual, older }) => ({
    key,
    usual: usual?.test(number) === true,
    older: older?.test(number) === true,
  }));
  const age = fits.some((fit) => fit.usual) ? 'usual' : 'older';
  return fits
    .filter((fit) => fit[age])
    .flatMap(({ key }) => CARRIERS.filter((carrier) => carrierKeyOf(carrier) === key));
}

const codes = (carriers: readonly Carrier[]): string => carriers.map(({ code }) => code).join(' ');

/** Milliseconds of each task, round by round, warmed up first. */
function inTurn<Task>(
  tasks: Readonly<Record<string, Task>>,
  run: (task: Task) => void,
  repeats: number,
): Map<string, number[]> {
  const times = new Map<string, number[]>();
  for (let round = -2; round < ROUNDS; round += 1)
    for (const [name, task] of Object.entries(tasks)) {
      const startedAt = now();
      for (let repeat = 0; repeat < repeats; repeat += 1) run(task);
      if (round >= 0) times.set(name, [...(times.get(name) ?? []), (now() - startedAt) / repeats]);
    }
  return times;
}
