import { useState } from 'react';
import type { SessionView } from '../../shared/contract/operators.ts';
import { type Access, allows } from '../../shared/contract/define.ts';

/** Whose pages stand on this desk, open or under the cover, and what they were shown with. `no` tells two of them apart. */
export type KeptPage = { readonly no: number; readonly person: string; readonly access: Access };

type Standing = Pick<SessionView, 'state' | 'access'> & { readonly person: string; readonly covered: boolean };

/**
 * What stays of the pages. A lock, or the question who is there, lays them aside as they are, half-filled forms too, for
 * whoever comes back as who they were. Anybody else, somebody who signed out, and a badge alone where a PIN had opened
 * more, finds fresh pages: nobody sees or sends what another one typed.
 */
export function keepPage(kept: KeptPage | null, { state, access, person, covered }: Standing): KeptPage | null {
  const same = kept !== null && kept.person === person && state !== 'signed-out';
  if (covered) return same ? kept : null;
  if (same && kept.access === access) return kept;
  const no = same && allows(access, kept.access) ? kept.no : (kept?.no ?? 0) + 1;
  return { no, person, access };
}

/** {@link keepPage} as the session goes on. */
export function useKeptPage(session: SessionView | null, covered: boolean): KeptPage | null {
  const [kept, setKept] = useState<KeptPage | null>(null);
  if (session === null) return null;
  const { state, access } = session;
  const next = keepPage(kept, { state, access, person: session.operator?.id ?? '', covered });
  if (next !== kept) setKept(next);
  return next;
}
