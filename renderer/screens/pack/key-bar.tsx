import { useTranslation } from 'react-i18next';
import type { PackingView } from '../../../shared/contract/packing.ts';
import { KeyCap } from '../../components/key-cap.tsx';
import styles from './key-bar.module.css';

/** The keys that mean something now, for the eye and for the mouse. */
export function KeyBar(props: { readonly view: PackingView; readonly onKey: (code: string) => void }) {
  const { t } = useTranslation('pack');
  const none = props.view.step === 'confirm-none';
  const keys = [
    ...(none ? [] : [{ code: 'F2', label: t('keys.newBox') }]),
    { code: 'F3', label: t(none ? 'keys.confirm' : 'keys.seal') },
    { code: 'F10', label: t('keys.undo') },
    { code: 'F1', label: t('keys.help') },
  ];
  return (
    <div className={styles.bar}>
      {keys.map(({ code, label }) => (
        <button
          key={code}
          type="button"
          className={styles.key}
          data-strong={(none && code === 'F3') || undefined}
          aria-keyshortcuts={code}
          onClick={() => props.onKey(code)}
        >
          <KeyCap>{code}</KeyCap>
          <span>{label}</span>
        </button>
      ))}
    </div>
  );
}
