import { describe, expect, it } from 'vitest';
import { staffedDesk } from './desk.ts';
import { openTestBackend } from '../../support/backend.ts';

const MINUTE = 60_000;

describe('a desk nobody has touched', () => {
  it('locks after the time in the settings, and a command or a hand puts that off', async () => {
    const { at, clock, signIn } = await staffedDesk();
    await signIn('bench', 'Bo');
    const bench = at('bench');
    const state = async () => (await bench.operators.session({})) as { value: { state: string } };
    await clock.pass(4 * MINUTE);
    await bench.operators.stillHere({});
    await clock.pass(4 * MINUTE);
    await bench.packing.scan({ text: 'anything' });
    await clock.pass(4 * MINUTE);
    expect((await state()).value.state).toBe('signed-in');
    // Looking at lists is what a page does by itself.
    await bench.outbox.summary({});
    await clock.pass(MINUTE + 1);
    expect((await state()).value.state).toBe('locked');
    expect(await bench.outbox.summary({})).toMatchObject({ error: { code: 'sign-in-needed' } });
    await bench.operators.stillHere({});
    expect((await state()).value.state).toBe('locked');
  });

  it('keeps every scan in order, on the disk, and tells nothing about orders', async () => {
    const { at, people, dataDir, backend } = await staffedDesk();
    const codes = ['3705115058471208928', '6901234567892', 'SF1234567890123'];
    for (const [index, text] of codes.entries())
      expect(await at('bench').packing.scan({ text })).toEqual({
        ok: false,
        error: { code: 'scan-kept', count: index + 1 },
      });
    await backend.close();
    const again = await openTestBackend({ dataDir });
    const call = (name: string, input: object) => again.backend.call({ name, input }, again.backend.context('bench'));
    expect(await call('operators.keptScans', {})).toMatchObject({ error: { code: 'sign-in-needed' } });
    await call('operators.showBadge', { code: people.Bo.badge });
    const kept = (await call('operators.keptScans', {})) as unknown as { value: { text: string }[] };
    expect(kept.value.map(({ text }) => text)).toEqual(codes);
  });

  it('hands kept scans to the bench up to the first it refuses, or drops them', async () => {
    const { at, signIn } = await staffedDesk();
    const bench = at('bench');
    for (const text of ['unknown 1', 'unknown 2', 'unknown 3']) await bench.packing.scan({ text });
    await signIn('bench', 'Bo');
    expect(await bench.operators.settleKeptScans({ take: true })).toEqual({ ok: true, value: { taken: 1, left: 2 } });
    const view = await bench.packing.view({});
    expect(view.ok && view.value.blocked?.scanned).toBe('unknown 1');
    expect(await bench.operators.settleKeptScans({ take: false })).toEqual({ ok: true, value: { taken: 0, left: 0 } });
  });
});
