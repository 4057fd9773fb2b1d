import { useTranslation } from 'react-i18next';
import type { ShopView } from '../../../shared/contract/shops.ts';
import { describeProblem } from '../../../shared/messages/describe-problem.ts';
import { CopyButton } from '../../components/copy-button.tsx';
import { formatTime } from '../../components/format-time.ts';
import { WarningIcon } from '../../components/icons/warning-icon.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import styles from './unread-orders.module.css';

/** Orders the platform has and nobody can read here: which, why, and when each is tried again. */
export function UnreadOrders({ orders }: { readonly orders: ShopView['unread'] }) {
  const { t } = useTranslation('shops');
  const language = useLanguage();
  const reasonOf = (problem: ShopView['unread'][number]['problem']): string => {
    const { platformCode: code, message } =
      problem.code === 'connection-failed' ? problem : { platformCode: '', message: '' };
    const said = message.includes(code) ? [message] : [code, message];
    return [describeProblem(problem, language).title, ...said].filter(Boolean).join(' · ');
  };
  return (
    <section className={styles.unread} aria-label={t('unread.title')}>
      <WarningIcon />
      <div>
        <strong>{t('unread.title')}</strong>
        <p>{t('unread.remedy')}</p>
        <ul>
          {orders.map(({ orderId, problem, nextAt }) => (
            <li key={orderId}>
              <span className={styles.number}>{orderId}</span>
              <CopyButton text={orderId} label={t('unread.copy')} copied={t('unread.copied')} />
              <span>{reasonOf(problem)}</span>
              <span className={styles.next}>{t('unread.next', { time: formatTime(nextAt, language) })}</span>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
