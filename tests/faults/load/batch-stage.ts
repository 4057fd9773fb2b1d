import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createDouyinFengchao } from '../../../electron/services/platforms/douyin-fengchao/client.ts';
import { createHttpRequest } from '../../../electron/services/platforms/http/http-request.ts';
import type { SendOutcome } from '../../../electron/services/platforms/platform.ts';
import { credentialsOf, practiceShop } from '../../../electron/training/practice/practice-shops.ts';
import type { SendPayload } from '../../../shared/domain/shipment.ts';
import { sendPayload } from '../../outbox/outbox-desk.ts';
import { seeded } from '../../outbox/simulation.ts';
import { none, type FaultStage } from '../fault-stage.ts';

const BATCHES = { quick: 20, full: 1_000 };
const MOST = 100;

type Asked = { readonly order_id: string; readonly company_code: string; readonly logistics_code: string };
type Kind = SendOutcome['verdict']['kind'];

/** What an answer says about one order, and what that proves; the words are those of the gateway's page. */
const ANSWERS: readonly { readonly means: Kind; readonly items: (asked: Asked) => readonly object[] }[] = [
  { means: 'applied', items: (asked) => [{ ...asked, code: 0, msg: 'success' }] },
  { means: 'ambiguous', items: (asked) => [{ ...asked, code: '0', msg: 'success' }] },
  { means: 'ambiguous', items: () => [] },
  { means: 'ambiguous', items: (asked) => [1, 2].map(() => ({ ...asked, code: 0, msg: 'success' })) },
  { means: 'ambiguous', items: (asked) => [{ ...asked, logistics_code: 'ZT99999999', code: 0, msg: 'success' }] },
  { means: 'ambiguous', items: (asked) => [{ ...asked, code: 1, msg: '从未见过的说法' }] },
  { means: 'refused', items: (asked) => [{ ...asked, code: 1, msg: '该订单当前为"部分发货"状态' }] },
];

/** L6: answers to a hundred orders at once, each of them something else, in any order, with strangers among them. */
export const batchAnswers: FaultStage = {
  id: 'L6',
  title: 'answers to batches of a hundred, every order by its own item',
  run: async ({ tier, seed }) => {
    const random = seeded(seed);
    const gateway = await mixedGateway(random);
    const deps = { clock: { now: Date.now, monotonic: () => performance.now(), at: () => () => undefined } };
    const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
    const platform = createDouyinFengchao({
      http: createHttpRequest(),
      ...deps,
      log: quiet,
      resolveProxy: async () => null,
    });
    const account = { shopId: 'douyin', baseUrl: gateway.baseUrl, credentials: credentialsOf(practiceShop('douyin')) };
    const found = new Map<Kind, number>();
    let wrong = 0;
    try {
      for (let batch = 0; batch < BATCHES[tier]; batch += 1) {
        const payloads = batchOf(batch);
        const outcomes = (await platform.batch?.send(account, payloads, 20_000)) ?? [];
        for (const [n, { orderId }] of payloads.entries()) {
          const kind = outcomes[n]?.verdict.kind;
          if (kind !== gateway.meant.get(orderId)) wrong += 1;
          else if (kind !== undefined) found.set(kind, (found.get(kind) ?? 0) + 1);
        }
      }
    } finally {
      gateway.close();
    }
    return {
      counts: `${BATCHES[tier]} batches of ${MOST}, answers ${JSON.stringify(Object.fromEntries(found))}`,
      checks: [
        none('orders taken for something else than their item says', wrong),
        {
          name: 'every kind of answer was drawn',
          passed: found.size === new Set(ANSWERS.map(({ means }) => means)).size,
        },
      ],
    };
  },
};

const batchOf = (batch: number): readonly SendPayload[] =>
  Array.from({ length: MOST }, (_, n) => {
    const orderId = String(6_900_000_000_000_000_000n + BigInt(batch * MOST + n));
    const payload = sendPayload(orderId, `ZT${10_000_000 + batch * MOST + n}`);
    return { ...payload, items: payload.items.map((item) => ({ ...item, childOrderId: orderId })) };
  });

/** Answers each order of a call by chance, mixes the items, and puts one of a stranger among them. */
async function mixedGateway(random: () => number) {
  const meant = new Map<string, Kind>();
  const answer = (asked: readonly Asked[]): readonly object[] => {
    const items = asked.flatMap((each) => {
      const drawn = ANSWERS[Math.floor(random() * ANSWERS.length)] ?? ANSWERS[0];
      meant.set(each.order_id, drawn?.means ?? 'ambiguous');
      return drawn?.items(each) ?? [];
    });
    const stranger = { order_id: '1', company_code: 'x', logistics_code: 'ZT1', code: 0, msg: 'success' };
    return [...items, stranger]
      .map((item) => ({ item, at: random() }))
      .toSorted((a, b) => a.at - b.at)
      .map(({ item }) => item);
  };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const fields = new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
      const asked = JSON.parse(fields.get('request_data') ?? '[]') as readonly Asked[];
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ code: 0, message: 'ok', data: answer(asked), trace_id: 't' }));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { meant, baseUrl: `http://127.0.0.1:${port}`, close: () => server.close() };
}
