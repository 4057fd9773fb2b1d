import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { Problem } from '../../../shared/contract/problem.ts';
import type { PlatformId } from '../../../shared/domain/platforms/platform-id.ts';
import { refusalCode } from '../../../shared/domain/platforms/refusal-code.ts';
import type { CatalogueEntry } from '../../../shared/domain/platforms/reply-class.ts';
import { byPointer } from '../../components/by-pointer.ts';
import { KeyCap } from '../../components/key-cap.tsx';
import { usePacking, useStatus } from '../../state/app-state.tsx';
import { entryPath } from '../../state/entry-path.ts';
import styles from './blocked-overlay.module.css';

/** Leads from a refusal at the bench to what the platform would have answered. F9 does the same; the error stays open. */
export function ExplainLink({ problem }: { readonly problem: Problem }) {
  const { t } = useTranslation('pack');
  const [, navigate] = useLocation();
  const ordersPlatform = usePacking((state) => state.view?.order?.platform ?? null);
  const onlyPlatform = useStatus((state) => onlyOne(state.status?.shops.map((shop) => shop.platform) ?? []));
  const platform = ordersPlatform ?? onlyPlatform;
  const entry = platform === null ? null : entryFor(platform, problem);
  const path = entry && entryPath(entry);
  useEffect(() => {
    if (path === null) return;
    // On the bench the scanner layer takes every key press; the release still arrives.
    const onRelease = (event: KeyboardEvent): void => {
      if (event.code === 'F9') navigate(path);
    };
    window.addEventListener('keyup', onRelease);
    return () => window.removeEventListener('keyup', onRelease);
  }, [path, navigate]);
  if (entry === null || path === null) return null;
  return (
    <button type="button" tabIndex={-1} className={styles.explain} onClick={byPointer(() => navigate(path))}>
      <KeyCap>F9</KeyCap>
      <span>{t('blocked.explain', { code: entry.key ?? entry.code })}</span>
    </button>
  );
}

function entryFor(platform: PlatformId, problem: Problem): CatalogueEntry | null {
  if (problem.code === 'compose-refused') return refusalCode(platform, { kind: 'rule', rule: problem.rule });
  return problem.code === 'order-flagged' ? refusalCode(platform, { kind: 'flag', flag: problem.flag }) : null;
}

/** A flagged order is not on the bench, so its platform is certain only where all shops have the same. */
function onlyOne(platforms: readonly PlatformId[]): PlatformId | null {
  const [first = null, ...others] = new Set(platforms);
  return others.length === 0 ? first : null;
}
