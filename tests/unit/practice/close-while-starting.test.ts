import { expect, it } from 'vitest';
import { openDesk } from '../../outbox/outbox-desk.ts';
import { openTestBackend } from '../../support/backend.ts';

/** Nothing answers there. */
const NOWHERE = 'http://127.0.0.1:1';

it('A desk that is closed while its practice platforms are starting ends them, and begins nothing afterwards', async () => {
  const desk = openDesk();
  desk.shops.insert({
    ...{ id: 'practised', name: '练习', platform: 'wechat-channels', baseUrl: NOWHERE, training: true, createdAtMs: 1 },
  });
  desk.crash();
  const said: string[] = [];
  let start = (): void => undefined;
  const started = new Promise<void>((resolve) => {
    start = resolve;
  });
  const { backend } = await openTestBackend({
    dataDir: desk.dataDir,
    startTraining: async () => {
      await started;
      said.push('started');
      return { baseUrl: NOWHERE, adminUrl: NOWHERE, stop: async () => void said.push('stopped') };
    },
  });
  backend.events.subscribe(({ name }) => said.push(name));
  const closed = backend.close();
  // By then the desk waits for nothing else.
  setTimeout(start, 300);
  await closed;
  said.push('closed');
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(said.filter((what) => what !== 'training.changed')).toEqual(['started', 'stopped', 'closed']);
});
