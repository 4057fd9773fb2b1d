import { expect, type Page } from '@playwright/test';
import { goTo } from './go-to.ts';

/** What a desk says after a recovery, and where its data is looked after. */
export type RecoveryPage = ReturnType<typeof recoveryPage>;

export function recoveryPage(page: Page) {
  const bar = page.getByRole('alert').filter({ hasText: '看发生了什么' });
  const data = page.getByRole('region', { name: '数据安全' });
  const wizard = page.getByRole('dialog', { name: /^恢复到/ });
  return {
    bar,
    data,
    wizard,
    word: wizard.getByRole('textbox', { name: '确认请输入「恢复」' }),
    confirm: wizard.getByRole('button', { name: '换上这份备份' }),
    report: (title: string) => page.getByRole('dialog', { name: title }),
    readReport: (): Promise<void> => bar.getByRole('button', { name: '看发生了什么' }).press('Enter'),
    /** In the settings, and waits until it is written and read through. */
    backUp: async (): Promise<void> => {
      await goTo(page, 5);
      await data.getByRole('button', { name: '现在备份一份' }).press('Enter');
      await expect(data.getByRole('status')).toContainText('已备份');
    },
    chooseOldest: (): Promise<void> =>
      data
        .getByRole('list', { name: '本机的备份' })
        .getByRole('button', { name: /^恢复到这一份/ })
        .last()
        .press('Enter'),
  };
}
