import type { Page } from '@playwright/test';

/** How a browser says that a camera gives no picture; `silent`: it says nothing at all. */
export type CameraFailure = 'NotFoundError' | 'NotReadableError' | 'NotAllowedError' | 'silent';

const KEPT = 'test-camera';

/** The browser's own moving test picture, which can be taken away and given back; a reload changes nothing about that. */
export async function plugInCamera(page: Page) {
  await page.addInitScript((kept) => {
    const devices = navigator.mediaDevices;
    const open = devices.getUserMedia.bind(devices);
    devices.getUserMedia = (wanted) => {
      const failure = sessionStorage.getItem(kept) ?? '';
      if (failure === 'silent') return new Promise<MediaStream>(() => undefined);
      return failure === '' ? open(wanted) : Promise.reject(new DOMException('', failure));
    };
  }, KEPT);
  await page.reload();
  // A page that is not up yet hears no key.
  await page.locator('main').first().waitFor();
  const set = (failure: string): Promise<void> =>
    page.evaluate(([kept = '', name = '']) => sessionStorage.setItem(kept, name), [KEPT, failure]);
  return {
    /** From the next time a camera is opened; one that is open closes with a reload. */
    fail: (failure: CameraFailure): Promise<void> => set(failure),
    work: (): Promise<void> => set(''),
  };
}
