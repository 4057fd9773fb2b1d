import { useTranslation } from 'react-i18next';
import type { ShiftFindings } from '../../../shared/contract/shift.ts';
import { useAgeText } from '../../components/use-age-text.ts';
import { useLanguage } from '../../i18n/use-language.ts';

/** What the desk found, each in one line that says what to do where it is not in order. */
export function useFindingWords({
  network,
  queue,
  clock,
}: ShiftFindings): Readonly<Record<'network' | 'queue' | 'clock', string>> {
  const { t } = useTranslation('shift');
  const ago = useAgeText();
  const between = useLanguage() === 'en' ? ', ' : '、';
  const bad = network.shops.filter(({ reach }) => reach !== 'reached');
  const [worst] = bad;
  const named = bad.filter(({ reach }) => reach === worst?.reach).map(({ name }) => name);
  return {
    network:
      worst === undefined || worst.reach === 'reached'
        ? t(network.result === 'skipped' ? 'start.network.skipped' : 'start.network.good', {
            count: network.shops.length,
          })
        : t(`start.network.${worst.reach}`, { shops: named.join(between) }),
    queue:
      queue.oldestAt === null
        ? t('start.queue.none')
        : t(queue.result === 'bad' ? 'start.queue.bad' : 'start.queue.good', {
            count: queue.open,
            age: ago(queue.oldestAt),
          }),
    clock: t(`start.clock.${clock.result}`, { minutes: Math.round(Math.abs(clock.aheadSeconds ?? 0) / 60) }),
  };
}
