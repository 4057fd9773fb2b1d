import type { Carrier } from '../carrier.ts';
import type { PlatformCapabilities } from '../platforms/capabilities.ts';

type Ways = Pick<PlatformCapabilities, 'unlistedCarrierCode' | 'unlistedCarrierNameMax'>;

/** Longest name of a carrier anywhere in the app. */
const NAME_MAX = 64;

/** Most characters of a carrier's name that is not on the list; null where the platform takes listed ones only. */
export const unlistedNameMax = ({ unlistedCarrierCode, unlistedCarrierNameMax }: Ways): number | null =>
  unlistedCarrierNameMax ?? (unlistedCarrierCode === null ? null : NAME_MAX);

/**
 * The carrier a person means by a typed name: the listed one of that name, else one that goes by its name. Null where the
 * platform takes no such carrier, or the name is empty, too long or not printable.
 */
export function carrierByName(ways: Ways, list: readonly Carrier[], typed: string): Carrier | null {
  const name = typed.normalize('NFKC').trim();
  const listed = list.find((carrier) => carrier.name === name);
  if (listed !== undefined) return listed;
  const most = unlistedNameMax(ways);
  if (most === null || name === '' || [...name].length > most || /[\p{C}\p{Zl}\p{Zp}]/u.test(name)) return null;
  return { code: ways.unlistedCarrierCode ?? UNNAMED_CODE, name };
}

/** Stands for "the name counts" where a platform has no code of its own for it; never sent. */
const UNNAMED_CODE = 'other';
