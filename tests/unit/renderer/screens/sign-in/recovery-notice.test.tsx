// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { SessionView } from '../../../../../shared/contract/operators.ts';
import type { ToldCause } from '../../../../../shared/contract/care.ts';
import { ok } from '../../../../../shared/kernel/result.ts';
import { systemInfo } from '../../../../support/fake-desk.ts';
import { mountOffice } from '../mount-office.tsx';

const signedOut: SessionView = {
  state: 'signed-out',
  operator: null,
  access: 'anyone',
  people: [{ id: 'bo', name: 'Bo', mayApprove: false }],
  keptScans: 0,
};

const signInPage = (recovered: ToldCause | null) =>
  mountOffice(
    '/',
    { 'system.info': () => ok({ ...systemInfo, recovered }) },
    { session: signedOut, settings: { 'ui.language': 'zh-CN' } },
  );

it('the sign-in page says that a restore did not happen, that nothing was changed, and who looks into it', async () => {
  await signInPage('not-restored');
  const notice = screen.getByRole('alert').textContent;
  expect(notice).toContain('没有恢复，数据没有动');
  expect(notice).toContain('请管理员登录后点「看发生了什么」');
  expect(screen.getByRole('main').contains(screen.getByRole('alert'))).toBe(true);
});

it('the sign-in page says nothing once an admin has read it', async () => {
  await signInPage(null);
  expect(screen.queryByRole('alert')).toBeNull();
});
