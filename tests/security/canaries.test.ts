import { describe, expect, it } from 'vitest';
import { hitsIn, NOWHERE, SECRET } from './canaries/canary.ts';
import { ERROR_PATHS } from './canaries/error-paths.ts';

describe('secrets and buyers come out of no error path', () => {
  it.each(ERROR_PATHS)(
    '$name',
    async ({ run }) => {
      const desk = await run();
      expect(await desk.findings()).toEqual([]);
    },
    240_000,
  );
});

it('a canary is found in every disguise', () => {
  for (const canary of NOWHERE) {
    const shapes = [
      canary,
      encodeURIComponent(canary),
      Buffer.from(`x${canary}y`).toString('base64'),
      JSON.stringify({ canary }),
    ];
    for (const shape of shapes) expect(hitsIn(`before ${shape} after`, [canary]), shape).not.toEqual([]);
  }
  expect(hitsIn(`ends ${SECRET.slice(-10)}`)).not.toEqual([]);
  expect(hitsIn('nothing of the kind')).toEqual([]);
});
