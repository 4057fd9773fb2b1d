import { MINUTE_MS } from '../../../shared/kernel/time.ts';
import type { Clock } from '../ports.ts';

const SET_UP_MS = 2 * MINUTE_MS;

/** When the page has any business with a camera: some shop wants photos, or a person is setting one up. */
export type CameraUse = {
  readonly isAllowed: () => boolean;
  /** Until when it is allowed for setting up, epoch ms. */
  readonly setUp: () => number;
};

/** Asked by the host that guards the camera, at every question of the page. */
export function createCameraUse(deps: {
  readonly clock: Pick<Clock, 'now'>;
  readonly photographsAny: () => boolean;
}): CameraUse {
  let untilMs = 0;
  return {
    isAllowed: () => deps.clock.now() < untilMs || deps.photographsAny(),
    setUp: () => (untilMs = deps.clock.now() + SET_UP_MS),
  };
}
