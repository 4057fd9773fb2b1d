import { Button, NumberInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BarcodeIcon } from '../../components/icons/barcode-icon.tsx';
import { fileAddress } from '../../api/upload-file.ts';
import { useAppState, useClient, useSettings } from '../../state/app-state.tsx';
import { SettingCard } from './setting-card.tsx';
import styles from './setting-card.module.css';

/** What belongs to the bench: its command barcodes, how much may be packed unscanned, codes nobody knew. */
export function BenchCard() {
  const { t } = useTranslation('bench');
  return (
    <SettingCard title={t('sheet.card')} icon={<BarcodeIcon />}>
      <p className={styles.hint}>{t('sheet.cardHint')}</p>
      <div className={styles.row}>
        <Button component="a" href="#/commands" variant="default">
          {t('sheet.open')}
        </Button>
      </div>
      <RestLimit />
      <UnknownCodes />
    </SettingCard>
  );
}

function RestLimit() {
  const { t } = useTranslation('bench');
  const saved = useSettings((state) => state.settings['packing.restLimit']);
  const { set } = useAppState().settings.getState();
  const [typed, setTyped] = useState<number | string | null>(null);
  const save = (): void => {
    setTyped(null);
    if (typeof typed === 'number') void set('packing.restLimit', typed);
  };
  return (
    <NumberInput
      label={t('rest.label')}
      description={t('rest.hint')}
      inputWrapperOrder={['label', 'description', 'input', 'error']}
      min={0}
      max={9_999}
      allowDecimal={false}
      allowNegative={false}
      hideControls
      value={typed ?? saved}
      onChange={setTyped}
      onBlur={save}
      onKeyDown={(event) => event.key === 'Enter' && save()}
    />
  );
}

function UnknownCodes() {
  const { t } = useTranslation('bench');
  const client = useClient();
  const [total, setTotal] = useState<number | null>(null);
  useEffect(() => {
    void client.packing.unknownCodes({}).then((answer) => setTotal(answer.ok ? answer.value.total : null));
  }, [client]);
  const exportAll = async (): Promise<void> => {
    const file = await client.packing.exportUnknown({});
    if (file.ok) window.open(fileAddress(file.value.fileId), '_blank', 'noopener');
  };
  return (
    <div>
      <h3 className={styles.subtitle}>{t('unknown.title')}</h3>
      <div className={styles.row}>
        <p style={{ flex: '1 1 12rem' }}>
          {total === null || total === 0 ? t('unknown.none') : t('unknown.count', { count: total })}
        </p>
        <Button variant="default" disabled={total === null || total === 0} onClick={() => void exportAll()}>
          {t('unknown.export')}
        </Button>
      </div>
    </div>
  );
}
