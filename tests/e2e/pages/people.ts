import type { Page } from '@playwright/test';
import type { OperatorView } from '../../../shared/contract/operators.ts';
import { callDesk } from '../call-desk.ts';

/** PINs of the people below; nothing but practice. */
export const PINS = { Ling: '284617', Bo: '159263' } as const;

/** An admin, signed in at this window, and a packer. */
export async function addPeople(page: Page): Promise<{ readonly ling: OperatorView; readonly bo: OperatorView }> {
  const ling = await callDesk(page, 'operators', 'add', { name: '凌主管', role: 'admin', pin: PINS.Ling });
  const bo = await callDesk(page, 'operators', 'add', { name: '小博', role: 'packer', pin: PINS.Bo });
  return { ling: ling as OperatorView, bo: bo as OperatorView };
}
