import { describe, expect, it } from 'vitest';
import { openTestBackend } from '../../support/backend.ts';

const packer = { role: 'packer', operator: '王敏' } as const;
const lead = { role: 'supervisor', operator: '李强' } as const;

async function setup() {
  const { backend } = await openTestBackend();
  const call = async (name: string, input: unknown, context: typeof packer | typeof lead = lead): Promise<unknown> => {
    const answer = await backend.call({ name, input }, context);
    if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.error)}`);
    return answer.value;
  };
  return { call, backend };
}

describe('history procedures on an empty desk', () => {
  it('answer with nothing instead of refusing', async () => {
    const { call } = await setup();
    expect(await call('history.search', { text: '红茶' })).toMatchObject({ orders: [], names: [] });
    expect(await call('history.list', {})).toMatchObject({ rows: [], next: null });
    expect(await call('history.choices', {})).toEqual({ shops: [], operators: [], carriers: [] });
  });

  it('tell an unknown order apart', async () => {
    const { backend } = await setup();
    const answer = await backend.call({ name: 'history.story', input: { shopId: 's', orderId: '1' } }, lead);
    expect(answer).toMatchObject({ ok: false, error: { code: 'order-not-found' } });
  });

  it("give a packer no figures but their own, a lead everybody's", async () => {
    const { call } = await setup();
    const days = { from: '2026-11-01', to: '2026-11-07' };
    expect(await call('history.figures', days, packer)).toMatchObject({ rows: [], everybody: false });
    expect(await call('history.figures', days)).toMatchObject({ rows: [], everybody: true });
  });
});
