import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShopView } from '../../../shared/contract/shops.ts';
import { CopyButton } from '../../components/copy-button.tsx';
import { QrCode } from '../../components/qr-code.tsx';
import { ProblemNotice } from '../../problems/problem-notice.tsx';
import { useClient } from '../../state/app-state.tsx';
import { useTask } from '../../state/use-task.ts';
import styles from './authorise-panel.module.css';

/**
 * Where the owner lets the aggregator act for a shop: a QR code for a phone and the address as text to copy. It comes
 * from a platform, so it is never opened from here and is no link.
 */
export function AuthorisePanel(props: {
  readonly shop: ShopView;
  readonly link: string;
  readonly onChanged: () => Promise<void>;
}) {
  const { t } = useTranslation('shops');
  const client = useClient();
  const { shop, link } = props;
  const { busy, problem, run } = useTask();
  const [asked, setAsked] = useState(false);
  const check = async (): Promise<void> => {
    const answer = await run(client.shops.authorise({ shop: shop.id }));
    setAsked(answer.ok);
    if (answer.ok && answer.value.authorised)
      notifications.show({ message: t('authorise.done', { shop: shop.name }), color: 'dark' });
    await props.onChanged();
  };
  return (
    <section className={styles.panel} aria-label={t('authorise.title')}>
      <QrCode text={link} label={t('authorise.qr', { shop: shop.name })} />
      <div className={styles.words}>
        <h3>{t('authorise.title')}</h3>
        <p>{t('authorise.how')}</p>
        <p className={styles.link} data-testid="authorise-link">
          {link}
        </p>
        <div className={styles.buttons}>
          <Button loading={busy} onClick={() => void check()}>
            {t('authorise.check')}
          </Button>
          <CopyButton text={link} label={t('authorise.copy')} copied={t('authorise.copied')} />
        </div>
        {asked && !busy && (
          <p className={styles.notYet} role="status">
            {t('authorise.notYet')}
          </p>
        )}
        {problem && <ProblemNotice problem={problem} />}
      </div>
    </section>
  );
}
