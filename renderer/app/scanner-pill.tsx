import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { ScannerIcon } from '../components/icons/scanner-icon.tsx';
import { Pill } from '../components/pill.tsx';
import { useScanner } from '../scanning/scanner-context.tsx';
import { SCANNER_PATH } from './routes.tsx';

/** What is known about the scanner from the last code it sent; leads to its page. */
export function ScannerPill() {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const health = useScanner((state) => state.health);
  return (
    <Pill
      tone={health === 'ime' || health === 'noEnter' ? 'wants-you' : 'calm'}
      icon={<ScannerIcon />}
      short={t(`scanner.short.${health}`)}
      spare
      onPress={() => navigate(SCANNER_PATH)}
    >
      {t(`scanner.${health}`)}
    </Pill>
  );
}
