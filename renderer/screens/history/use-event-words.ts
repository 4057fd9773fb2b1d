import { useTranslation } from 'react-i18next';
import { OpStateSchema } from '../../../shared/domain/op.ts';
import { benchKeyWords } from '../../../shared/messages/bench-key-words.ts';
import { describeCode } from '../../../shared/messages/explain-op.ts';
import { problemTitle } from '../../../shared/messages/problem-title.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import type { outboxZh } from '../../i18n/zh-CN/outbox.ts';
import type { OrderEvent } from './order-events.ts';

type SendVerdict = keyof typeof outboxZh.verdicts;

/** One sentence for each thing that happens to an order. */
export function useEventWords(): (event: OrderEvent) => string {
  const { t } = useTranslation('history');
  const { t: outbox } = useTranslation('outbox');
  const language = useLanguage();
  const stateWord = (text: string): string => {
    const state = OpStateSchema.safeParse(text);
    return state.success ? outbox(`states.${state.data}`) : text;
  };
  return (event) => {
    switch (event.kind) {
      case 'ordered':
        return t('events.ordered');
      case 'held':
        return t('events.held');
      case 'scan': {
        const { text, took, verdict, reason, isKey } = event.scan;
        if (isKey && verdict !== 'refused') return t('events.key', { key: benchKeyWords(text, language) });
        const why = reason === 'no-suffix' ? t('events.noSuffix') : problemTitle(reason, language);
        if (isKey) return t('events.keyRefused', { key: benchKeyWords(text, language), reason: why });
        return verdict === 'refused'
          ? t('events.refused', { code: text, reason: why })
          : t('events.scan', { code: text, took: t(`took.${took}`) });
      }
      case 'saved': {
        const { row } = event.op;
        const parcel = row.waybill === '' ? outbox('noCourier') : `${row.carrierName} ${row.waybill}`;
        return t(row.kind === 'correct' ? 'events.corrected' : 'events.saved', { parcel, count: row.pieces });
      }
      case 'moved': {
        const { from, to, detail } = event.move;
        return joined([outbox('story.change', { from: stateWord(from), to: stateWord(to) }), detail]);
      }
      case 'attempt': {
        const { no, verdict, phase, code, message, requestId } = event.attempt;
        const { platform } = event;
        // A success has a code too, but nothing to explain.
        if (verdict === 'applied')
          return joined([outbox('story.attempt', { no }), outbox('verdicts.applied'), requestId]);
        const meaning = code === null ? null : describeCode({ platform, code, platformMessage: message }, language);
        const bare = code === null || code.startsWith('local:') ? '' : outbox('row.code', { code });
        const known = isVerdict(verdict) ? outbox(`verdicts.${verdict}`) : outbox(`phases.${phase}`);
        const said = message === '' ? '' : outbox('story.platformSaid', { message });
        return joined([outbox('story.attempt', { no }), known, meaning ?? '', said, bare, requestId]);
      }
      case 'look':
        return joined([outbox('story.readBack'), outbox(`readBacks.${event.look.result}`), event.look.detail]);
    }
  };
}

const joined = (parts: readonly string[]): string => parts.filter((part) => part !== '').join(' · ');

const VERDICTS: readonly string[] = [
  'applied',
  'retry',
  'token',
  'ambiguous',
  'look-first',
  'refused',
  'account',
  'shop-setup',
  'business',
  'conflict',
  'not-sent',
] satisfies readonly SendVerdict[];

const isVerdict = (verdict: string): verdict is SendVerdict => VERDICTS.includes(verdict);
