import { useCallback, useEffect, useRef, useState } from 'react';
import type { PackingView } from '../../../shared/contract/packing.ts';
import { MINUTE_MS, SECOND_MS } from '../../../shared/kernel/time.ts';
import { type Camera, createCamera } from '../../camera/camera.ts';
import { useAppState } from '../../state/app-state.tsx';
import type { BackendLink } from '../../state/backend-link.ts';
import { type PhotoTarget, photoAgain, photoDue, savedUnseen } from './photo-target.ts';

/** The newest picture, for as long as its package is in sight. */
export type Shot = { readonly photoId: string; readonly address: string };
export type BenchPhoto = { readonly shot: Shot | null; readonly taking: boolean; readonly take: () => void };

/** The camera stays open between two orders of a shop that wants photos, and no longer. */
const STAYS_OPEN_MS = 2 * MINUTE_MS;
/** The backend was away: once more. */
const AGAIN_MS = 2 * SECOND_MS;

/**
 * Takes the picture of each package by itself, beside the scans and never before them: a picture travels on its own, and only
 * its number stands in the line of inputs.
 */
export function useBenchPhoto(view: PackingView): BenchPhoto {
  const { packing } = useAppState();
  const camera = useOpenCamera(view.order?.photo !== undefined);
  const { shot, taking, shoot, tries } = useShooting(camera);
  const due = photoDue(view);
  const { orderId, packageNo } = due?.target ?? {};
  const delayMs = due?.delayMs ?? 0;
  useEffect(() => {
    if (orderId === undefined || packageNo === undefined) return;
    const timer = window.setTimeout(() => void shoot({ orderId, packageNo }), delayMs);
    return () => window.clearTimeout(timer);
  }, [orderId, packageNo, delayMs, tries, shoot]);
  const take = useCallback((): void => {
    const now = packing.getState().view;
    const target = now === null ? null : photoAgain(now);
    if (target !== null) void shoot(target);
  }, [packing, shoot]);
  useEffect(
    () =>
      packing.subscribe(({ news }, before) => {
        if (!news || news.no === before.news?.no) return;
        if (news.verdict === 'photo-asked') take();
        const unseen = savedUnseen(news.before, news.view);
        if (unseen !== null) void shoot(unseen);
      }),
    [packing, shoot, take],
  );
  return { shot, taking, take };
}

/** One picture after another for each package: a second one is not begun before the first has arrived. */
function useShooting(camera: Camera) {
  const { packing, settings, link } = useAppState();
  const [shot, setShot] = useState<Shot | null>(null);
  const [taking, setTaking] = useState(0);
  const [tries, setTries] = useState(0);
  const under = useRef(new Set<string>());
  useEffect(() => () => void (shot && URL.revokeObjectURL(shot.address)), [shot]);
  const shoot = useCallback(
    async (target: PhotoTarget): Promise<void> => {
      const key = `${target.orderId} ${target.packageNo}`;
      if (under.current.has(key)) return;
      under.current.add(key);
      setTaking((count) => count + 1);
      const { 'camera.id': id, 'camera.name': name } = settings.getState().settings;
      const still = await camera.still({ id, name });
      const kept = still.ok ? await keep(link, still.value) : null;
      under.current.delete(key);
      setTaking((count) => count - 1);
      const { send } = packing.getState();
      if (!still.ok) return send({ act: { action: 'photo-missed', ...target, why: still.error } });
      if (kept?.ok !== true) {
        if (kept?.error.code === 'unreachable') window.setTimeout(() => setTries((count) => count + 1), AGAIN_MS);
        else send({ act: { action: 'photo-missed', ...target, why: 'not-written' } });
        return;
      }
      setShot({ photoId: kept.value.photoId, address: URL.createObjectURL(still.value) });
      send({ act: { action: 'photo-taken', ...target, photoId: kept.value.photoId } });
    },
    [camera, link, packing, settings],
  );
  return { shot, taking: taking > 0, shoot, tries };
}

async function keep({ client, upload }: BackendLink, picture: Blob) {
  const uploaded = await upload(new File([picture], 'photo.jpg'));
  return uploaded.ok ? await client.photos.keep({ fileId: uploaded.value }) : uploaded;
}

/** Opened with the order, so that its picture is bright and at once; closed a while after the last one, and with the screen. */
function useOpenCamera(wanted: boolean): Camera {
  const { settings } = useAppState();
  const [camera] = useState(() => createCamera(navigator.mediaDevices));
  useEffect(() => {
    if (!wanted) {
      const timer = window.setTimeout(camera.close, STAYS_OPEN_MS);
      return () => window.clearTimeout(timer);
    }
    const { 'camera.id': id, 'camera.name': name } = settings.getState().settings;
    void camera.open({ id, name });
    return undefined;
  }, [camera, settings, wanted]);
  useEffect(() => camera.close, [camera]);
  return camera;
}
