import { describe, expect, it } from 'vitest';
import { PIN, staffedDesk } from './desk.ts';

describe('a person whose PIN or badge was replaced', () => {
  it('has to sign in again wherever the old one let somebody in, but not where it was replaced', async () => {
    const { at, people, signIn } = await staffedDesk();
    const stateAt = async (window: string) => {
      const answer = await at(window).operators.session({});
      return answer.ok ? answer.value.state : answer.error.code;
    };
    await signIn('bench', 'Bo');
    await at('gate').operators.showBadge({ code: people.Bo.badge });
    await at('office').operators.setPin({ id: people.Bo.id, pin: '950284' });
    expect([await stateAt('bench'), await stateAt('gate'), await stateAt('office')]).toEqual([
      'locked',
      'locked',
      'signed-in',
    ]);
    await signIn('bench', 'Bo', '950284');
    await at('office').operators.renewBadge({ id: people.Bo.id });
    expect(await stateAt('bench')).toBe('locked');
    await signIn('bench', 'Ling');
    await at('office').operators.setOwnPin({ pin: PIN.Ling, newPin: '618204' });
    expect([await stateAt('bench'), await stateAt('office')]).toEqual(['locked', 'signed-in']);
  });
});
