import { useTranslation } from 'react-i18next';
import type { RecentScan } from '../../../shared/contract/packing.ts';
import { CheckIcon } from '../../components/icons/check-icon.tsx';
import { CrossIcon } from '../../components/icons/cross-icon.tsx';
import { QuestionIcon } from '../../components/icons/question-icon.tsx';
import { packZh } from '../../i18n/zh-CN/pack.ts';
import styles from './scan-strip.module.css';

/** One earlier scan in a word: green with the tail of what it was, red with why not. Colour is never alone. */
export function ScanChip({ scan }: { readonly scan: RecentScan }) {
  const { t } = useTranslation('pack');
  return (
    <li className={styles.chip} data-ok={scanMark(scan)} title={scan.text}>
      <ScanMark scan={scan} />
      {scan.ok ? `${t(`strip.took.${scan.took}`)} ${scan.tail}` : t(`strip.refused.${reasonKey(scan.tail)}`)}
    </li>
  );
}

/** What became of a scan: taken, refused, or taken for nothing known, which is a question and no success. */
export const scanMark = ({ ok, took }: RecentScan): 'true' | 'false' | 'unsure' =>
  ok && took === 'nothing' ? 'unsure' : ok ? 'true' : 'false';

export function ScanMark({ scan }: { readonly scan: RecentScan }) {
  const mark = scanMark(scan);
  return mark === 'true' ? <CheckIcon /> : mark === 'false' ? <CrossIcon /> : <QuestionIcon />;
}

type ReasonKey = keyof typeof packZh.strip.refused;
const isReason = (code: string): code is ReasonKey => Object.hasOwn(packZh.strip.refused, code);

/** Codes without a short word of their own share one. */
const reasonKey = (code: string): ReasonKey => (isReason(code) ? code : 'other');
