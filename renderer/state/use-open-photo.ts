import { useCallback } from 'react';
import type { PhotoFinding } from '../../shared/contract/photos.ts';
import { fileAddress } from '../api/upload-file.ts';
import { useClient } from './app-state.tsx';

/** A package's photo as it was found on the disk; no address where nothing can be shown. */
export type OpenedPhoto = { readonly finding: PhotoFinding; readonly address: string | null };

/** Opens the photo of a package; null where the backend could not be asked. */
export function useOpenPhoto(): (opId: string) => Promise<OpenedPhoto | null> {
  const client = useClient();
  return useCallback(
    async (opId) => {
      const shown = await client.photos.show({ opId });
      if (!shown.ok) return null;
      const { finding, fileId } = shown.value;
      return { finding, address: fileId === null ? null : fileAddress(fileId) };
    },
    [client],
  );
}
