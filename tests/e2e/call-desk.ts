import type { Page } from '@playwright/test';
import type { Client } from '../../shared/contract/define.ts';
import type { AppContract } from '../../shared/contract/index.ts';
import { BRIDGE_NAME, CALL_PATH, DESK_HEADER, DESK_HEADER_VALUE } from '../../shared/channels.ts';

type Areas = Client<AppContract>;
type Input<Area extends keyof Areas, Name extends keyof Areas[Area]> = Areas[Area][Name] extends (
  input: infer Given,
) => unknown
  ? Given
  : never;

/** Calls the backend the way the page does, for what a test has to prepare; throws when it is refused. */
export async function callDesk<Area extends keyof Areas, Name extends keyof Areas[Area] & string>(
  page: Page,
  area: Area,
  name: Name,
  input: Input<Area, Name>,
): Promise<unknown> {
  const answer = await page.evaluate(
    async ({ message, bridge, path, headers }) => {
      const door: unknown = Reflect.get(window, bridge);
      if (typeof door === 'object' && door !== null && 'call' in door && typeof door.call === 'function')
        return (await door.call(message)) as unknown;
      const response = await fetch(path, { method: 'POST', headers, body: JSON.stringify(message) });
      return (await response.json()) as unknown;
    },
    {
      message: { name: `${area}.${name}`, input },
      bridge: BRIDGE_NAME,
      path: CALL_PATH,
      headers: { 'content-type': 'application/json', [DESK_HEADER]: DESK_HEADER_VALUE },
    },
  );
  if (isEnvelope(answer) && answer.ok) return answer.value;
  throw new Error(`${area}.${name} was refused: ${JSON.stringify(answer)}`);
}

const isEnvelope = (answer: unknown): answer is { readonly ok: boolean; readonly value?: unknown } =>
  typeof answer === 'object' && answer !== null && 'ok' in answer;
