import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { PackingView } from '../../../shared/contract/packing.ts';
import { COMMANDS } from '../../../shared/domain/commands/command-list.ts';
import { commandWords } from '../../../shared/messages/command-words.ts';
import { BarcodeIcon } from '../../components/icons/barcode-icon.tsx';
import { OrdersIcon } from '../../components/icons/orders-icon.tsx';
import { WaybillIcon } from '../../components/icons/waybill-icon.tsx';
import { KeyCap } from '../../components/key-cap.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { useStatus } from '../../state/app-state.tsx';
import styles from './idle-board.module.css';
import { ScanChip } from './scan-chip.tsx';
import { shownCode } from './shown-code.ts';

const STEPS: readonly { readonly name: 'order' | 'items' | 'waybill'; readonly Icon: ComponentType }[] = [
  { name: 'order', Icon: OrdersIcon },
  { name: 'items', Icon: BarcodeIcon },
  { name: 'waybill', Icon: WaybillIcon },
];

/** What is begun between two orders: shipping scan by scan, and giving the boxes to the courier. */
const BETWEEN_ORDERS = COMMANDS.filter(({ id }) => id === 'batch' || id === 'hand-over');

/** The bench with nothing on it: the three scans, what was saved today, and what was scanned last. */
export function IdleBoard({ view, onKey }: { readonly view: PackingView; readonly onKey: (key: string) => void }) {
  const { t } = useTranslation(['pack', 'bench']);
  const language = useLanguage();
  return (
    <>
      <section className={styles.panel} data-testid="idle">
        <h2>{t('idle.title')}</h2>
        <ol className={styles.steps}>
          {STEPS.map(({ name, Icon }, index) => (
            <li key={name} data-now={index === 0 || undefined}>
              <span className={styles.icon}>
                <Icon />
              </span>
              <strong>{t(`idle.${name}`)}</strong>
              <span>{t(`idle.${name}Detail`)}</span>
            </li>
          ))}
        </ol>
        <div className={styles.foot}>
          <Today />
          {BETWEEN_ORDERS.map(({ id, key }) => (
            <button key={id} type="button" className={styles.batch} aria-keyshortcuts={key} onClick={() => onKey(key)}>
              <KeyCap>{key}</KeyCap>
              <span>{commandWords(id, language).label}</span>
            </button>
          ))}
          <NoShiftHint onKey={onKey} />
        </div>
      </section>
      <section className={styles.panel}>
        <h2>{t('idle.recent')}</h2>
        {view.recent.length === 0 && <NothingYet />}
        <ol className={styles.recent}>
          {view.recent.map((scan) => (
            <li key={`${scan.at} ${scan.text}`}>
              <code>{shownCode(scan.text)}</code>
              <ol className={styles.chip}>
                <ScanChip scan={scan} />
              </ol>
            </li>
          ))}
        </ol>
      </section>
    </>
  );
}

/** Nobody has started the shift: one key leads to its checklist. Packing never waits for it. */
function NoShiftHint({ onKey }: { readonly onKey: (key: string) => void }) {
  const { t } = useTranslation('pack');
  const running = useStatus((state) => state.status?.shiftRunning ?? true);
  if (running) return null;
  return (
    <button
      type="button"
      className={styles.batch}
      data-quiet
      data-testid="no-shift"
      aria-keyshortcuts={SHIFT_KEY}
      onClick={() => onKey(SHIFT_KEY)}
    >
      <KeyCap>{SHIFT_KEY}</KeyCap>
      <span>{t('idle.noShift')}</span>
    </button>
  );
}

const SHIFT_KEY = COMMANDS.find(({ id }) => id === 'shift')?.key ?? '';

/** A desk without a shop knows no order: the way to one, instead of an empty list. */
function NothingYet() {
  const { t } = useTranslation('pack');
  const [, navigate] = useLocation();
  const shops = useStatus((state) => state.status?.shops);
  if (shops === undefined || shops.length > 0) return <p className={styles.none}>{t('idle.none')}</p>;
  return (
    <div className={styles.noShop}>
      <strong>{t('idle.noShop')}</strong>
      <p>{t('idle.noShopDetail')}</p>
      <button type="button" className={styles.batch} onClick={() => navigate('/shops')}>
        <KeyCap>Ctrl 4</KeyCap>
        <span>{t('idle.addShop')}</span>
      </button>
    </div>
  );
}

function Today() {
  const { t } = useTranslation('pack');
  const today = useStatus((state) => state.status?.today);
  return (
    <p className={styles.today}>
      <span>{t('idle.today')}</span>
      <strong>{t('strip.orders', { count: today?.orders ?? 0 })}</strong>
      <strong>{t('strip.boxes', { count: today?.packages ?? 0 })}</strong>
      <strong>{t('strip.pieces', { count: today?.pieces ?? 0 })}</strong>
    </p>
  );
}
