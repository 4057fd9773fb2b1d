import { describe, expect, it } from 'vitest';
import { createRouter } from '../../../electron/services/api/router.ts';
import { ACCESS, type Access, type Contract } from '../../../shared/contract/define.ts';
import { contract } from '../../../shared/contract/index.ts';
import { rememberingLog } from '../../support/hosts.ts';

/** Who may call what, as a person decided it: a procedure that is added has to be added here. */
const TABLE: Readonly<Record<Access, readonly string[]>> = {
  anyone: [
    'system.info',
    'settings.get',
    'operators.session',
    'operators.signIn',
    'operators.showBadge',
    'operators.signOut',
    'operators.lock',
    'operators.stillHere',
    'packing.scan',
    'scans.note',
  ],
  packer: [
    'packing.unknownCodes',
    'packing.exportUnknown',
    'orders.lookUp',
    'orders.template',
    'care.recovery',
    'care.status',
    'system.status',
    'system.pagePdf',
    'settings.set',
    'operators.keptScans',
    'operators.settleKeptScans',
    'operators.setOwnPin',
    'shops.list',
    'shops.carriers',
    'shops.packing',
    'shops.carrierChoices',
    'orders.list',
    'orders.show',
    'orders.pull',
    'orders.job',
    'orders.jobs',
    'orders.cancelJob',
    'scans.list',
    'scans.profile',
    'scans.saveProfile',
    'packing.view',
    'packing.shelf',
    'packing.boxFound',
    'packing.act',
    'photos.keep',
    'photos.show',
    'history.search',
    'history.list',
    'history.choices',
    'history.story',
    'history.figures',
    'shift.now',
    'shift.start',
    'shift.handOver',
    'shift.undoHandOver',
    'shift.board',
    'shift.noteDifference',
    'shift.close',
    'shift.list',
    'shift.closed',
    'shift.export',
    'outbox.summary',
    'outbox.list',
    'outbox.story',
    'outbox.lookAgain',
    'outbox.retryNow',
    'outbox.edit',
    'outbox.drain',
    'training.state',
    'training.start',
    'training.stop',
    'training.setFault',
    'training.tray',
    'training.sheet',
  ],
  supervisor: [
    'care.backups',
    'care.backUpNow',
    'care.inspect',
    'care.diagnostics',
    'packing.liftHold',
    'outbox.export',
    'outbox.refuseRefund',
    'shops.agreeToSpend',
    'shops.forgetCarrierChoice',
    'shops.authorise',
    'system.verify',
    'scans.export',
    'operators.list',
    'operators.unlockPin',
    'shops.test',
    'shops.pause',
    'shops.resume',
    'orders.importFile',
    'outbox.cancel',
    'outbox.release',
    'outbox.resolve',
    'outbox.correct',
  ],
  admin: [
    'care.restore',
    'care.acknowledge',
    'shops.setSpendLimit',
    'shops.setPlainHttp',
    'shops.setPacking',
    'photos.setUp',
    'system.backup',
    'operators.add',
    'operators.change',
    'operators.setPin',
    'operators.renewBadge',
    'operators.badgeSheet',
    'shops.add',
    'shops.replaceCredentials',
    'shops.remove',
  ],
};

const procedures = Object.entries(contract as Contract).flatMap(([area, each]) =>
  Object.keys(each).map((name) => `${area}.${name}`),
);
/** Every procedure of the contract with a handler that says it was reached, and input that is always right. */
function everything() {
  const open: Record<string, Record<string, object>> = {};
  const handlers: Record<string, Record<string, () => object>> = {};
  for (const [area, each] of Object.entries(contract as Contract))
    for (const [name, procedure] of Object.entries(each)) {
      const anything = { safeParse: (data: unknown) => ({ success: true, data }), parse: (value: unknown) => value };
      const { roleFor: _byInput, ...rest } = procedure;
      (open[area] ??= {})[name] = { ...rest, input: anything, output: anything };
      (handlers[area] ??= {})[name] = () => ({ ok: true, value: 'reached' });
    }
  return createRouter(open as unknown as Contract, handlers, rememberingLog());
}

describe('who may call what', () => {
  it('is decided for every procedure there is, and for no other', () => {
    expect(Object.values(TABLE).flat().toSorted()).toEqual(procedures.toSorted());
  });

  it.each(ACCESS)('is kept to by the router for %s', async (role) => {
    const call = everything();
    for (const [needed, names] of Object.entries(TABLE) as [Access, readonly string[]][])
      for (const name of names) {
        const answer = await call({ name, input: {} }, { role, operator: 'Bo' });
        const may = ACCESS.indexOf(role) >= ACCESS.indexOf(needed);
        const refusal = role === 'anyone' ? { code: 'sign-in-needed' } : { code: 'not-allowed', role: needed };
        expect(answer, `${name} as ${role}`).toEqual(
          may ? { ok: true, value: 'reached' } : { ok: false, error: refusal },
        );
      }
  });
});
