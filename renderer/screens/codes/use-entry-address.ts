import { useCallback } from 'react';
import { useLocation, useParams } from 'wouter';
import { lookup } from '../../../shared/domain/platforms/catalogue.ts';
import { PlatformIdSchema } from '../../../shared/domain/platforms/platform-id.ts';
import type { CatalogueEntry } from '../../../shared/domain/platforms/reply-class.ts';
import { entryPath } from '../../state/entry-path.ts';

/** The entry the address names, null where it names none, and the ways in and out. */
export function useEntryAddress(): {
  readonly entry: CatalogueEntry | null;
  readonly open: (entry: CatalogueEntry) => void;
  readonly close: () => void;
} {
  const [, navigate] = useLocation();
  const params = useParams<{ readonly platform?: string; readonly key?: string }>();
  const platform = PlatformIdSchema.safeParse(params.platform);
  const open = useCallback((entry: CatalogueEntry) => navigate(entryPath(entry)), [navigate]);
  const close = useCallback(() => navigate('/codes', { replace: true }), [navigate]);
  return { entry: platform.success ? lookup(platform.data, params.key ?? '') : null, open, close };
}
