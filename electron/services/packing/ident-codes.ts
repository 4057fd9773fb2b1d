import type { Problem } from '../../../shared/contract/problem.ts';
import { ANY_SERIAL, type IdentForm, isImei, isMisreadImei } from '../../../shared/domain/ident-code.ts';
import { capabilitiesOf } from '../../../shared/domain/platforms/platform-list.ts';
import type { SerialNumber } from '../../../shared/domain/shipment.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { remember } from './compose.ts';
import { openPackage, type PackingPackage, type Session } from './session.ts';

/** Keeps a serial number with the piece it was asked for, in the form the order's platform takes. */
export function addSerialNumber(session: Session, text: string): Result<Session, Problem> {
  const serialNumber = text.toUpperCase();
  if (isMisreadImei(serialNumber)) return err({ code: 'imei-misread', text: serialNumber });
  if (!identFormOf(session).serial.test(serialNumber))
    return err({ code: 'serial-number-invalid', text: text.slice(0, 100) });
  if (isKnown(session, serialNumber)) return err({ code: 'serial-number-twice', text: serialNumber });
  const { serialForLine: lineNo } = session;
  const added = withCodes(session, (item) =>
    item.lineNo === lineNo ? [...item.serialNumbers, { serialNumber }] : item.serialNumbers,
  );
  return ok({ ...added, serialForLine: null });
}

/**
 * Keeps an IMEI beside the serial number that was scanned last, where the platform takes one and a place is free. Null
 * where the code is none, or belongs to nothing: then it is looked at as any other code.
 */
export function addImei(session: Session, code: string): Result<Session, Problem> | null {
  const item = openPackage(session)?.items.at(-1);
  const last = item?.serialNumbers.at(-1);
  const place = last === undefined ? null : freePlace(last, identFormOf(session));
  if (item === undefined || last === undefined || place === null) return null;
  if (isMisreadImei(code)) return err({ code: 'imei-misread', text: code });
  if (!isImei(code)) return null;
  if (isKnown(session, code)) return err({ code: 'serial-number-twice', text: code });
  const filled = { ...last, [place]: code };
  const added = withCodes(session, (each) =>
    each === item ? [...each.serialNumbers.slice(0, -1), filled] : each.serialNumbers,
  );
  return ok({ ...added, undo: remember(session) });
}

/** Every number of a piece: its serial number and its IMEIs. */
export const codesOf = ({ serialNumber, imei1, imei2 }: SerialNumber): readonly string[] =>
  [serialNumber, imei1, imei2].filter((code) => code !== undefined);

/** A serial number that is itself an IMEI has none beside it: it would be the other one of the same phone. */
function freePlace({ serialNumber, imei1, imei2 }: SerialNumber, { imeis }: IdentForm): 'imei1' | 'imei2' | null {
  if (imeis === 0 || isImei(serialNumber)) return null;
  if (imei1 === undefined) return 'imei1';
  return imeis === 2 && imei2 === undefined ? 'imei2' : null;
}

const identFormOf = ({ order }: Session): IdentForm =>
  (order === null ? undefined : capabilitiesOf(order.platform).identForm) ?? ANY_SERIAL;

const isKnown = ({ packages }: Session, code: string): boolean =>
  packages.some(({ items }) => items.some((item) => item.serialNumbers.some((each) => codesOf(each).includes(code))));

type Item = PackingPackage['items'][number];

const withCodes = (session: Session, codes: (item: Item) => Item['serialNumbers']): Session => ({
  ...session,
  packages: session.packages.map((box) =>
    box.state !== 'open' ? box : { ...box, items: box.items.map((item) => ({ ...item, serialNumbers: codes(item) })) },
  ),
});
