import { useTranslation } from 'react-i18next';
import { ScannerIcon } from '../components/icons/scanner-icon.tsx';
import { Pill } from '../components/pill.tsx';
import { useScanner } from '../scanning/scanner-context.tsx';

/** What is known about the scanner from the last code it sent. */
export function ScannerPill() {
  const { t } = useTranslation();
  const health = useScanner((state) => state.health);
  return (
    <Pill tone={health === 'ime' || health === 'noEnter' ? 'wants-you' : 'calm'} icon={<ScannerIcon />}>
      {t(`scanner.${health}`)}
    </Pill>
  );
}
