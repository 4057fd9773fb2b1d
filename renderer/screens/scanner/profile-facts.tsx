import { useTranslation } from 'react-i18next';
import type { ScannerProfile } from '../../../shared/contract/scans.ts';
import styles from './scanner-screen.module.css';

/** What a calibration found, in words. */
export function ProfileFacts({ profile }: { readonly profile: ScannerProfile }) {
  const { t } = useTranslation('scanner');
  const { medianMs, p95Ms, thresholdMs } = profile;
  const facts: readonly (readonly [name: string, words: string])[] = [
    [t('fact.link'), t(`link.${profile.link}`)],
    [t('fact.speed'), t('fact.speedWords', { median: medianMs, p95: p95Ms })],
    [t('fact.threshold'), t('fact.ms', { ms: Math.round(thresholdMs) })],
    [t('fact.suffix'), t(`suffix.${profile.suffix}`)],
    [t('fact.letters'), t(`letters.${profile.letters}`)],
    [t('fact.digits'), t(`digits.${profile.digits}`)],
    [t('fact.prefix'), profile.prefix === '' ? t('fact.none') : profile.prefix],
    [t('fact.ime'), t(profile.ime ? 'fact.imeSeen' : 'fact.imeNotSeen')],
  ];
  return (
    <dl className={styles.facts}>
      {facts.map(([name, words]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  );
}
