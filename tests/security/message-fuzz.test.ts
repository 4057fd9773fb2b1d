import { expect, test } from 'vitest';
import { tell } from '../support/tell.ts';
import { procedureNames } from './hostile-messages.ts';
import { fuzzMessages } from './message-fuzz.ts';

test('two thousand hostile messages get an answer each, run nothing, break nothing', async (context) => {
  const seed = 20_261;
  const { messages, answers, unanswered, bugs, stillServes } = await fuzzMessages({ count: 2_000, seed });
  expect(procedureNames.length).toBeGreaterThan(40);
  expect({ messages, unanswered, bugs, stillServes }).toEqual({
    messages: 2_000,
    unanswered: [],
    bugs: [],
    stillServes: true,
  });
  expect(answers['internal']).toBeUndefined();
  expect(answers['ok']).toBeUndefined();
  expect(answers['bad-request']).toBeGreaterThan(1_000);
  expect(answers['unknown-procedure']).toBeGreaterThan(50);
  expect(answers['not-allowed']).toBeGreaterThan(100);
  tell(context, `${messages} hostile messages, seed ${seed}: ${JSON.stringify(answers)}`);
});
