import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CheckIcon } from '../../components/icons/check-icon.tsx';
import type { ConnectEnd } from '../../scanning/devices/device-link.ts';
import { useScanner } from '../../scanning/scanner-context.tsx';
import { Card } from './card.tsx';
import styles from './scanner-screen.module.css';

/** Scanners that are no keyboard come first: no input method, no layout and no focus can spoil what they send. */
export function DeviceCard() {
  const { t } = useTranslation('scanner');
  const device = useScanner((state) => state.device);
  const link = useScanner((state) => state.link);
  const [end, setEnd] = useState<ConnectEnd | null>(null);
  const choose = async (kind: 'serial' | 'hid'): Promise<void> => setEnd((await link?.choose(kind)) ?? 'refused');
  const offers = (link?.offers ?? []).map((kind) => ({ kind, words: t(`device.connect.${kind}`) }));
  return (
    <Card title={t('device.title')}>
      <p>{t('device.hint')}</p>
      {device ? (
        <p className={styles.says} role="status">
          <CheckIcon />
          {t('device.connected', { name: device.name })}
        </p>
      ) : (
        end !== null && end !== 'connected' && <p role="status">{t(`device.${end}`)}</p>
      )}
      <div className={styles.row}>
        {offers.map(({ kind, words }) => (
          <Button key={kind} variant={device ? 'default' : 'filled'} onClick={() => void choose(kind)}>
            {words}
          </Button>
        ))}
        {device && (
          <Button variant="default" onClick={() => void link?.forget()}>
            {t('device.forget')}
          </Button>
        )}
        {offers.length === 0 && <p>{t('device.none')}</p>}
      </div>
    </Card>
  );
}
