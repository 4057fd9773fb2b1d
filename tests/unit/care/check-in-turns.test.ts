import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createCaretaker } from '../../../electron/services/care/caretaker.ts';
import { atOnce, inTurns, type Steps } from '../../../electron/services/db/steps.ts';
import { type Desk, openDesk } from '../../outbox/outbox-desk.ts';

/** Counts the turns of the event loop while something goes on. */
async function turnsDuring<Value>(work: Promise<Value>): Promise<{ readonly value: Value; readonly turns: number }> {
  let turns = 0;
  let over = false;
  const end = work.finally(() => (over = true));
  while (!over) {
    await nextTurn();
    turns += 1;
  }
  return { value: await end, turns };
}

function* longWork(steps: number): Steps<number> {
  for (let step = 0; step < steps; step += 1) {
    const startedAt = performance.now();
    while (performance.now() - startedAt < 1);
    yield;
  }
  return steps;
}

test('long work lets the desk go on again and again, and comes to the same', async () => {
  const { value, turns } = await turnsDuring(inTurns(longWork(60)));
  expect(value).toBe(atOnce(longWork(60)));
  // Sixty milliseconds of work in stretches of four.
  expect(turns).toBeGreaterThan(5);
});

test('the journal, the payloads and the audit log are checked step by step while packages are saved', async () => {
  const desk = openDesk();
  for (let order = 0; order < 150; order += 1) desk.save(`${order}`, `ZT10000${1_000 + order}`);
  const checks = [desk.outbox.verifyJournal(), desk.outbox.verifyPayloads(), desk.audit.verify()];
  for (const steps of checks) expect(steps.next().done).toBe(false);
  desk.save('more', 'ZT100009999');
  const [journal, payloads, audit] = checks.map((steps) => atOnce<unknown>(steps));
  expect(journal).toMatchObject({ missingOps: 0 });
  expect(payloads).toEqual({ checked: 151, damaged: 0 });
  expect(audit).toMatchObject({ ok: true });
});

test('a desk that is closed in the middle of its check is not called damaged', async () => {
  const desk = openDesk();
  desk.save('1', 'ZT100001000');
  const caretaker = caretakerOf(desk, async () => {
    await nextTurn();
    desk.database.close();
    return atOnce(desk.audit.verify()).detail;
  });
  expect(await caretaker.check()).toBe('');
});

const caretakerOf = (desk: Desk, check: () => Promise<string>) =>
  createCaretaker({
    ports: { dataDir: desk.dataDir, clock: desk.clock, log: desk.log },
    room: { freeBytes: () => Number.MAX_SAFE_INTEGER, isBlocked: () => false, tend: () => undefined },
    checks: [check],
    database: desk.database,
    events: desk.events,
    lastScanAtMs: () => 0,
    tidyUp: async () => ({ packages: 0, entries: 0, scans: 0, photos: 0 }),
  });
