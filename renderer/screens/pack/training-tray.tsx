import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { EventName } from '../../../shared/contract/event.ts';
import type { PackingView } from '../../../shared/contract/packing.ts';
import { GroupedCode } from '../../components/grouped-code.tsx';
import { KeyCap } from '../../components/key-cap.tsx';
import { createTrayStore } from '../../state/tray-store.ts';
import { useLiveStore } from '../../state/use-live-store.ts';
import { nextShop, usePracticeShops, useTrayKey } from './tray-shops.ts';
import { type TrayCode, trayCodes } from './tray-codes.ts';
import styles from './training-tray.module.css';

/** Orders shown while nobody asked for one shop. */
const FEW = 4;
const CHANGES: readonly EventName[] = ['training.changed', 'outbox.changed', 'orders.changed'];

/** Codes to click where there is no scanner, the next one marked: a first order in less than a minute. */
export function TrainingTray(props: { readonly view: PackingView; readonly onScan: (code: string) => void }) {
  const { t } = useTranslation('pack');
  const store = useLiveStore(createTrayStore, CHANGES);
  const tray = useStore(store, (state) => state.tray);
  const shop = useStore(store, (state) => state.shop);
  const shops = usePracticeShops();
  const [open, setOpen] = useState(true);
  useTrayKey(() => {
    // While an order is being packed, the key puts the rest into the package.
    if (props.view.order !== null && props.view.step !== 'saved') return;
    setOpen(true);
    void store.getState().show(nextShop(shops, shop));
  });
  if (!tray) return null;
  if (!open)
    return (
      <button type="button" className={styles.reopen} onClick={() => setOpen(true)}>
        {t('tray.show')}
      </button>
    );
  const codes = trayCodes(tray, props.view, shop === null ? FEW : tray.length);
  return (
    <section className={styles.tray} aria-label={t('tray.label')} data-testid="tray">
      <div className={styles.head}>
        <strong>{t('tray.label')}</strong>
        <span>{t('tray.hint')}</span>
        <label className={styles.filter}>
          <KeyCap>F4</KeyCap>
          <select
            aria-label={t('tray.shop')}
            value={shop ?? ''}
            onChange={(event) => void store.getState().show(event.currentTarget.value || null)}
          >
            <option value="">{t('tray.allShops')}</option>
            {shops.map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <button type="button" className={styles.hide} onClick={() => setOpen(false)}>
          {t('tray.hide')}
        </button>
      </div>
      <ol className={styles.codes}>
        {codes.map((code) => (
          <li key={`${code.kind} ${code.code}`}>
            <CodeButton {...code} onScan={props.onScan} />
          </li>
        ))}
        {codes.length === 0 && tray.length === 0 && <li className={styles.empty}>{t('tray.empty')}</li>}
      </ol>
    </section>
  );
}

function CodeButton(props: TrayCode & { readonly onScan: (code: string) => void }) {
  const { t } = useTranslation('pack');
  const { kind, code, label, left, lesson, next } = props;
  return (
    <button
      type="button"
      className={styles.code}
      data-kind={kind}
      data-next={next || undefined}
      disabled={left === 0}
      onClick={() => props.onScan(code)}
    >
      <span className={styles.label}>
        {kind !== 'item' && <b>{t(`tray.${kind}`)}</b>}
        {lesson !== null && <b>{t(`tray.lessons.${lesson}`)}</b>}
        <span>{label}</span>
        {left !== null && left > 0 && <b>{t('tray.times', { count: left })}</b>}
      </span>
      <span className={styles.digits}>
        <GroupedCode value={code} />
      </span>
      {next && <span className={styles.next}>{t('tray.next')}</span>}
    </button>
  );
}
