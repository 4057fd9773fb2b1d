import { expect, test } from 'vitest';
import { startVvDesk } from './vv-tool-desk.ts';

test('a burst of calls stays within ten a second by the server’s own count, and every one of them is answered', async () => {
  const practice = await startVvDesk({ callsPerSecond: 8 });
  await practice.platform.authorise?.(practice.account);
  const calls = 48;
  const answers = await Promise.all(
    Array.from({ length: calls }, async () => practice.platform.authorise?.(practice.account)),
  );
  const { worstInOneSecond } = await practice.view();
  expect(answers.every((answer) => answer?.ok === true)).toBe(true);
  expect(worstInOneSecond).toBeLessThanOrEqual(10);
  await practice.stop();
});

test('answers that come late never let more than ten in, though each was sent in its turn', async () => {
  const practice = await startVvDesk({ callsPerSecond: 10 });
  await practice.platform.authorise?.(practice.account);
  await practice.desk.setFault({
    mode: 'slow-answer',
    calls: ['read'],
    count: 'always',
    delayMs: 450,
    probability: 0.5,
  });
  await Promise.all(Array.from({ length: 40 }, async () => practice.platform.authorise?.(practice.account)));
  const { worstInOneSecond } = await practice.view();
  expect(worstInOneSecond).toBeLessThanOrEqual(10);
  await practice.stop();
});

test('above the limit the practice platform says that it is busy and applies nothing', async () => {
  const unlimited = await startVvDesk();
  await unlimited.change({ ratePerSecond: 10 });
  const answers = await Promise.all(
    Array.from({ length: 25 }, async () => unlimited.platform.authorise?.(unlimited.account)),
  );
  expect(answers.filter((answer) => answer?.ok === true).length).toBeLessThanOrEqual(10);
  expect(answers.find((answer) => answer?.ok === false)).toMatchObject({ error: { kind: 'busy', code: '202' } });
  await unlimited.stop();
});
