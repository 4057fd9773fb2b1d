import { useTranslation } from 'react-i18next';
import { shopsZh } from '../../i18n/zh-CN/shops.ts';
import { WarningIcon } from '../../components/icons/warning-icon.tsx';
import styles from './gate-note.module.css';

type GateKey = keyof typeof shopsZh.gates;

const gateKey = (gate: string): GateKey => (Object.hasOwn(shopsZh.gates, gate) ? (gate as GateKey) : 'other');

/** Why a shop's account is blocked, and exactly what opens it again. */
export function GateNote({ gate }: { readonly gate: string }) {
  const { t } = useTranslation('shops');
  const key = gateKey(gate);
  return (
    <p className={styles.note} role="alert">
      <WarningIcon />
      <span>
        <strong>{t(`gates.${key}.cause`, { gate })}</strong>
        {t(`gates.${key}.remedy`)}
      </span>
    </p>
  );
}
