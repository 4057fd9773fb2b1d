import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { kilograms } from '../../../shared/domain/weight.ts';
import { CheckIcon } from '../../components/icons/check-icon.tsx';
import type { ConnectEnd } from '../../scanning/devices/device-link.ts';
import { useScanner } from '../../scanning/scanner-context.tsx';
import { Card } from './card.tsx';
import styles from './scanner-screen.module.css';

/** A scale that weighs packages by itself; shops say whether theirs are weighed. */
export function ScaleCard() {
  const { t } = useTranslation('scanner');
  const scale = useScanner((state) => state.scale);
  const [end, setEnd] = useState<ConnectEnd | null>(null);
  const name = scale?.name ?? null;
  const choose = async (): Promise<void> => setEnd((await scale?.link.choose('serial')) ?? 'refused');
  const weight = scale?.watch.grams;
  return (
    <Card title={t('scale.title')}>
      <p>{t('scale.hint')}</p>
      {name !== null && (
        <p className={styles.says} role="status">
          <CheckIcon />
          {t('device.connected', { name })}
        </p>
      )}
      {name !== null && (
        <p data-testid="scale-shows">
          {scale?.unread
            ? t('scale.unread')
            : typeof weight === 'number'
              ? `${kilograms(weight)} kg`
              : t('scale.silent')}
        </p>
      )}
      {name === null && end !== null && end !== 'connected' && <p role="status">{t(`device.${end}`)}</p>}
      <div className={styles.row}>
        {scale?.link.offers.includes('serial') ? (
          <Button variant={name === null ? 'filled' : 'default'} onClick={() => void choose()}>
            {t('scale.connect')}
          </Button>
        ) : (
          <p>{t('scale.none')}</p>
        )}
        {name !== null && (
          <Button variant="default" onClick={() => void scale?.link.forget()}>
            {t('scale.forget')}
          </Button>
        )}
      </div>
    </Card>
  );
}
