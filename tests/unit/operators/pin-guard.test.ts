import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../../electron/services/db/open.ts';
import { createOperatorStore } from '../../../electron/services/operators/operator-store.ts';
import { createPinGuard } from '../../../electron/services/operators/pin-guard.ts';
import type { PinHash } from '../../../electron/services/operators/pin-hash.ts';
import { createFakeClock } from '../../outbox/fake-clock.ts';

/** Stands in for Argon2 where hundreds of tries are made; the real one has its own test. */
const plain: PinHash = { make: async (pin) => pin, matches: async (pin, hash) => pin === hash };

function setup() {
  const opened = openDatabase({ dataDir: mkdtempSync(join(tmpdir(), 'pins-')), nowMs: 0 });
  if (!opened.ok) throw new Error(opened.error.code);
  const store = createOperatorStore(opened.value.database);
  store.insert({ id: 'bo', name: 'Bo', role: 'packer', badgeNumber: 7, pinHash: '159263', createdAtMs: 0 });
  const clock = createFakeClock();
  const start = () => createPinGuard({ store, clock, hash: plain });
  const person = () => store.get('bo') ?? expect.fail('Bo is gone');
  const tries = async (guard: ReturnType<typeof start>, pin: string) => guard.check(person(), pin);
  return { store, clock, start, person, tries };
}

describe('a PIN that is guessed at', () => {
  it('makes every wrong try wait twice as long as the one before, up to a minute, and then locks', async () => {
    const { clock, start, tries } = setup();
    const guard = start();
    for (const seconds of [1, 2, 4, 8, 16, 32, 60, 60, 60]) {
      expect(await tries(guard, '000000')).toMatchObject({ error: { code: 'pin-wrong', seconds } });
      await clock.pass(seconds * 1_000 - 1);
      expect(await tries(guard, '159263')).toMatchObject({ error: { code: 'pin-wait' } });
      await clock.pass(1);
    }
    expect(await tries(guard, '000000')).toMatchObject({ error: { code: 'pin-locked', minutes: 15 } });
    await clock.pass(14 * 60_000);
    expect(await tries(guard, '159263')).toMatchObject({ error: { code: 'pin-locked' } });
    await clock.pass(60_000);
    expect(await tries(guard, '159263')).toMatchObject({ ok: true });
  });

  it('waits no less after a restart or when the clock is set ahead', async () => {
    const { clock, start, tries } = setup();
    const guard = start();
    for (const seconds of [1, 2, 4, 8]) {
      await tries(guard, '000000');
      await clock.pass(seconds * 1_000);
    }
    await tries(guard, '000000');
    clock.jump(365 * 86_400_000);
    expect(await tries(guard, '159263')).toMatchObject({ error: { code: 'pin-wait', seconds: 16 } });
    const restarted = start();
    expect(await tries(restarted, '159263')).toMatchObject({ error: { code: 'pin-wait', seconds: 16 } });
    clock.jump(-365 * 86_400_000);
    await clock.pass(16_000);
    expect(await tries(restarted, '159263')).toMatchObject({ ok: true });
  });

  it('counts a try before it looks at the PIN, so that a hundred at once are one', async () => {
    const { start, tries, person } = setup();
    const guard = start();
    const answers = await Promise.all(Array.from({ length: 100 }, (_, index) => tries(guard, String(100_000 + index))));
    expect(answers.filter((answer) => !answer.ok && answer.error.code === 'pin-wrong')).toHaveLength(1);
    expect(person()).toMatchObject({ triesInRow: 1, triesInAll: 1 });
  });

  it('ends after a hundred wrong tries, whatever is unlocked in between; the right PIN starts anew', async () => {
    const { store, clock, start, tries, person } = setup();
    const guard = start();
    let wrong = 0;
    for (; wrong < 300; wrong += 1) {
      const answer = await tries(guard, '000000');
      if (!answer.ok && answer.error.code === 'pin-spent') break;
      if (person().triesInRow >= 10) store.setTries('bo', 0, person().triesInAll);
      await clock.pass(60_000);
    }
    expect(wrong).toBe(99);
    expect(person().triesInAll).toBe(100);
    expect(await tries(guard, '159263')).toMatchObject({ error: { code: 'pin-spent' } });
    store.setPin('bo', '604821');
    expect(await tries(guard, '604821')).toMatchObject({ ok: true });
  });
});
