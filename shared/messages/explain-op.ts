import type { OpRow } from '../contract/outbox.ts';
import type { Language } from '../contract/system.ts';
import { NEEDS_YOU_STATES, type OpState } from '../domain/op.ts';
import { type OutboxReason, OutboxReasonSchema } from '../domain/outbox-reason.ts';
import { lookup } from '../domain/platforms/catalogue.ts';
import type { Actor, BoxAction, CatalogueText } from '../domain/platforms/reply-class.ts';
import { OUTBOX_REASON_CARE } from './outbox-reasons.ts';
import { OUTBOX_REASONS_EN } from './outbox-reasons-en.ts';
import { OUTBOX_REASONS_ZH } from './outbox-reasons-zh.ts';
import { STATE_BOX, stateSentence, stuckSentence } from './state-sentences.ts';

/** What a person is told about an op: what happened, what to do now, who does it, and what becomes of the box. */
export type OpExplanation = {
  readonly message: string;
  readonly remedy: string;
  readonly actor: Actor;
  readonly box: BoxAction;
};

/** The part of an outbox row an explanation is made from. */
export type ExplainableOp = Pick<OpRow, 'platform' | 'state' | 'code' | 'platformMessage' | 'holdKind'> &
  Partial<Pick<OpRow, 'notBefore'>>;

/**
 * Explains an op in one language from its state and its code: a platform's code from its catalogue, one of ours
 * (`local:…`) from the outbox reasons. An op whose outcome is unknown is always explained as perhaps applied, whatever
 * its code says, and its remedy is never to send it again.
 */
export function explainOp(op: ExplainableOp, language: Language): OpExplanation {
  const { state } = op;
  // In doubt with nothing due: nobody looks any more by itself, so a person has to.
  const stuck = state === 'in_doubt' && op.notBefore === null;
  const plain = stuck ? stuckSentence(language) : stateSentence(state, language);
  const own = { actor: stuck ? ('lead' as const) : STATE_ACTOR[state], box: STATE_BOX[state] };
  const cause = causeOf(op, language);
  if (!cause || STATE_SPEAKS.has(state)) return { message: plain.meaning, remedy: plain.remedy, ...own };
  if (state === 'in_doubt')
    return {
      message: join(plain.meaning, cause.text.meaning, language),
      remedy: plain.remedy,
      actor: own.actor,
      box: cause.box === 'keep' ? 'keep' : own.box,
    };
  if (op.holdKind === 'tries') return triesSpent(cause, language);
  // A code that asks for nothing cannot be the last word where the state asks for a person.
  if (NEEDS_YOU.has(state) && cause.actor === 'nobody')
    return { message: cause.text.meaning, remedy: plain.remedy, ...own };
  return { message: cause.text.meaning, remedy: cause.text.remedy, actor: cause.actor, box: cause.box };
}

/** What one code means, of a platform or ours, in one sentence; null for a code of ours from another version. */
export const describeCode = (
  told: Pick<ExplainableOp, 'platform' | 'platformMessage'> & { readonly code: string },
  language: Language,
): string | null => causeOf({ ...told, state: 'in_doubt', holdKind: null }, language)?.text.meaning ?? null;

/** States that say all there is to say: an old code of an earlier try would only confuse. */
const STATE_SPEAKS: ReadonlySet<OpState> = new Set(['ready', 'sending', 'shipped', 'cancelled']);
const NEEDS_YOU: ReadonlySet<OpState> = new Set(NEEDS_YOU_STATES);

const STATE_ACTOR: Readonly<Record<OpState, Actor>> = {
  ready: 'nobody',
  wait: 'nobody',
  sending: 'nobody',
  in_doubt: 'nobody',
  held: 'lead',
  rejected: 'packer',
  conflict: 'lead',
  quarantined: 'admin',
  cancelled: 'nobody',
  shipped: 'nobody',
};

type Cause = { readonly text: CatalogueText; readonly actor: Actor; readonly box: BoxAction };

function causeOf(op: ExplainableOp, language: Language): Cause | null {
  if (op.code === null) return null;
  if (op.code.startsWith('local:')) {
    const reason = OutboxReasonSchema.safeParse(op.code.slice('local:'.length));
    return reason.success ? ownCause(reason.data, language) : null;
  }
  const entry = lookup(op.platform, op.code);
  if (entry) return { text: language === 'zh-CN' ? entry.zh : entry.en, actor: entry.actor, box: entry.box };
  return {
    text: { meaning: undocumented(op, op.code, language), remedy: stateSentence(op.state, language).remedy },
    actor: STATE_ACTOR[op.state],
    box: STATE_BOX[op.state],
  };
}

const ownCause = (reason: OutboxReason, language: Language): Cause => ({
  text: (language === 'zh-CN' ? OUTBOX_REASONS_ZH : OUTBOX_REASONS_EN)[reason],
  ...OUTBOX_REASON_CARE[reason],
});

/** The last cause stays in the sentence: it is what has to be cleared before the op is released. */
function triesSpent(cause: Cause, language: Language): OpExplanation {
  const { text, actor, box } = ownCause('tries-spent', language);
  return { message: join(text.meaning, cause.text.meaning, language), remedy: text.remedy, actor, box };
}

function undocumented(op: ExplainableOp, code: string, language: Language): string {
  const said = op.platformMessage.trim();
  if (language === 'zh-CN') return `平台给了一个没有公布的代码 ${code}${said === '' ? '' : `：${said}`}`;
  return `The platform gave the undocumented code ${code}${said === '' ? '.' : `: ${said}`}`;
}

const join = (first: string, second: string, language: Language): string =>
  language === 'zh-CN' ? `${first}。${second}` : `${first} ${second}`;
