import type { Problem } from '../../../shared/contract/problem.ts';
import type { ScanOrigin } from '../../../shared/contract/scans.ts';
import { readControlCode } from '../../../shared/domain/commands/command-code.ts';
import { readAim, type Symbology } from '../../../shared/domain/symbology.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { takeInBatch } from './batch.ts';
import { answerQuestion } from './bench-answers.ts';
import { runCommand } from './bench-keys.ts';
import { linesFor } from './compose.ts';
import type { PackingDeps, Who } from './packing-deps.ts';
import { printable, readCode } from './read-code.ts';
import type { Pull } from './repeated-scan.ts';
import { type Taken, takeCode } from './scan-flow.ts';
import type { ScannedCode } from './scanned-code.ts';
import { packageForWaybill, type Session } from './session.ts';

/** The code inside a raw scan. What an input method spoilt, or what lost its head, is refused whatever it looks like. */
export function readScan(text: string, origin: ScanOrigin | null): Scanned {
  const bare = readAim(text);
  return { code: trustedCode(text, bare.text, origin), symbology: origin?.symbology ?? bare.symbology };
}

function trustedCode(text: string, bare: string, origin: ScanOrigin | null): Result<string, Problem> {
  if (origin?.ime === 'unreliable') return err({ code: 'scan-ime', text: printable(text) });
  if (origin?.whole === false) return err({ code: 'scan-cut', text: printable(text) });
  return readCode(bare);
}

/** A code and what kind of barcode it was read from, where the scanner says so. */
export type Scanned = { readonly code: Result<string, Problem>; readonly symbology: Symbology | null };

type Question = Scanned & {
  readonly session: Session;
  readonly pull: Pull | null;
  readonly who: Who;
};

/**
 * What a code comes to: the desk's own barcodes before anything is looked up, then whatever the bench and the shops know.
 * A second waybill of one trigger pull is not even looked at: taking it would save a package.
 */
export async function judgeScan(deps: PackingDeps, question: Question): Promise<Taken> {
  const { session, pull, code, symbology, who } = question;
  if (!code.ok) return { took: 'nothing', result: code };
  const control = readControlCode(code.value);
  switch (control?.kind) {
    case 'command':
      return { took: 'command', result: await runCommand(deps, session, { id: control.id }, who) };
    case 'quantity': {
      const { quantity } = control;
      const answer = session.blocked === null ? session.question?.options[quantity - 1] : undefined;
      if (answer !== undefined)
        return { took: 'quantity', result: await answerQuestion(deps, session, { option: answer.id }, who) };
      return { took: 'quantity', result: await runCommand(deps, session, { id: 'quantity', quantity }, who) };
    }
    case 'badge':
      return { took: 'badge', result: err({ code: 'scan-unknown', text: code.value }) };
    case undefined:
      break;
  }
  if (session.batch !== null) return batchScan(deps, question, { code: code.value, symbology });
  const second =
    pull !== null && pull.taken.has('waybill') && packageForWaybill(session) !== undefined && !hasLine(session, code);
  if (second) return { took: 'waybill', result: ok({ session, verdict: 'duplicate-ignored' }) };
  return await takeCode(deps, { ...session, blocked: null }, { code: code.value, symbology }, who);
}

/**
 * A scan while whole orders are shipped: a label may give several codes in one pull, of which one counts. A stopped line
 * stays stopped whatever comes, because the next box says nothing about the last one.
 */
async function batchScan(deps: PackingDeps, { session, pull, who }: Question, scanned: ScannedCode): Promise<Taken> {
  if (pull !== null && pull.taken.size > 0)
    return { took: 'waybill', result: ok({ session, verdict: 'duplicate-ignored' }) };
  if (session.blocked !== null && pull?.refused !== true)
    return { took: 'nothing', result: err({ code: 'error-open' }) };
  return takeInBatch(deps, { ...session, blocked: null }, scanned, who);
}

const hasLine = (session: Session, code: { readonly value: string }): boolean =>
  linesFor(session, code.value).length > 0;
