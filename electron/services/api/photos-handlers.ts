import type { Handlers } from '../../../shared/contract/define.ts';
import type { AppContract } from '../../../shared/contract/index.ts';
import { err, ok } from '../../../shared/kernel/result.ts';
import { isoFromMs } from '../../../shared/kernel/time.ts';
import type { CameraUse } from '../photos/camera-use.ts';
import type { Photos } from '../photos/photos.ts';
import type { FileStore } from '../web/file-store.ts';

type Deps = { readonly photos: Photos; readonly files: FileStore; readonly cameraUse: CameraUse };

/** Answers `photos.*`. Pictures come and go by the file seam; the page never sees a path. */
export const photosHandlers = ({ photos, files, cameraUse }: Deps): Handlers<AppContract>['photos'] => ({
  keep: async ({ fileId }, { operator }) => {
    const file = files.get(fileId);
    if (file === null) return err({ code: 'file-not-found', id: fileId });
    const kept = await photos.keep(file.bytes, operator);
    return kept.ok ? ok({ photoId: kept.value.id, takenAt: kept.value.takenAt }) : kept;
  },
  show: async ({ opId }) => {
    const shown = await photos.show(opId);
    if (shown === null) return err({ code: 'photo-none' });
    const { finding, bytes } = shown;
    return ok({ finding, fileId: bytes === null ? null : files.put({ name: 'photo.jpg', bytes }) });
  },
  setUp: () => ok({ until: isoFromMs(cameraUse.setUp()) }),
});
