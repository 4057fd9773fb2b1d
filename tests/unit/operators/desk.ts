import { createClient } from '../../../electron/cli/client.ts';
import type { HostPorts } from '../../../electron/services/ports.ts';
import type { CallEnvelope, Override } from '../../../shared/contract/define.ts';
import { createFakeClock } from '../../outbox/fake-clock.ts';
import { openTestBackend } from '../../support/backend.ts';

export const PIN = { Ling: '284617', Mei: '730415', Bo: '159263' } as const;

/** A desk with an admin (Ling), a supervisor (Mei) and a packer (Bo), each at a window of their own if they sign in. */
export async function staffedDesk(changed: Partial<HostPorts> = {}) {
  const clock = createFakeClock();
  const opened = await openTestBackend({ clock, ...changed });
  const { backend } = opened;
  /** The contract at a window, as whoever stands there at that moment. */
  const at = (window: string) =>
    createClient({ call: (message) => backend.call(message, backend.context(window)) }, backend.context(window));
  const office = at('office');
  const added = await office.operators.add({ name: 'Ling', role: 'admin', pin: PIN.Ling });
  if (!added.ok) throw new Error(added.error.code);
  const mei = await office.operators.add({ name: 'Mei', role: 'supervisor', pin: PIN.Mei });
  const bo = await office.operators.add({ name: 'Bo', role: 'packer', pin: PIN.Bo });
  if (!mei.ok || !bo.ok) throw new Error('nobody was added');
  const people = { Ling: added.value, Mei: mei.value, Bo: bo.value };
  return {
    ...opened,
    clock,
    at,
    people,
    signIn: (window: string, name: keyof typeof PIN, pin: string = PIN[name]) =>
      at(window).operators.signIn({ operatorId: people[name].id, pin }),
    /** A call that brings somebody's leave along. */
    callWith: (window: string, name: string, input: unknown, override: Override): Promise<CallEnvelope> =>
      backend.call({ name, input, override }, backend.context(window)),
  };
}
