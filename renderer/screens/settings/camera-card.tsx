import { Button, Select } from '@mantine/core';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CameraTrouble, PHOTO_AIM_BYTES } from '../../../shared/domain/photo.ts';
import { photoMissBegins } from '../../../shared/messages/photo-words.ts';
import { type CameraChoice, createCamera, listCameras } from '../../camera/camera.ts';
import { CameraIcon } from '../../components/icons/camera-icon.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { useAppState, useClient, useSettings } from '../../state/app-state.tsx';
import { fileSize } from './file-size.ts';
import { NumberField } from './number-field.tsx';
import { SettingCard } from './setting-card.tsx';
import styles from './setting-card.module.css';

/** Parcels a day that the cost is told for. */
const PARCELS_A_DAY = 1_000;

/** Which camera photographs packages, what it sees, and how long pictures are kept. */
export function CameraCard() {
  const { t, i18n } = useTranslation('settings');
  const days = useSettings((state) => state.settings['retention.photoDays']);
  const { set } = useAppState().settings.getState();
  const size = (bytes: number): string => fileSize(bytes, i18n.language);
  return (
    <SettingCard title={t('camera.title')} icon={<CameraIcon />}>
      <p className={styles.hint}>{t('camera.hint')}</p>
      <CameraView />
      <NumberField
        label={t('camera.days')}
        hint={t('camera.cost', {
          each: size(PHOTO_AIM_BYTES),
          all: size(PHOTO_AIM_BYTES * PARCELS_A_DAY * days),
          days,
          count: PARCELS_A_DAY,
        })}
        unit={t('camera.daysUnit')}
        decimals={0}
        range={[30, 3_660]}
        value={days}
        advised={90}
        onSave={(value) => void set('retention.photoDays', value)}
      />
      <p className={styles.hint}>{t('camera.backups')}</p>
    </SettingCard>
  );
}

function CameraView() {
  const { t } = useTranslation('settings');
  const language = useLanguage();
  const settings = useSettings((state) => state.settings);
  const { set } = useAppState().settings.getState();
  const choice = { id: settings['camera.id'], name: settings['camera.name'] };
  const { cameras, stream, trouble, look, close } = useLook();
  const shown = cameras.find(({ id, name }) => id === choice.id || name === choice.name);
  const choose = async (id: string | null): Promise<void> => {
    const chosen = cameras.find((each) => each.id === id);
    if (chosen === undefined) return;
    await set('camera.id', chosen.id);
    await set('camera.name', chosen.name);
    await look(chosen);
  };
  return (
    <>
      {stream && <Preview stream={stream} label={t('camera.preview')} />}
      {trouble && (
        <p className={styles.bad} role="alert">
          {t('camera.trouble', { why: photoMissBegins(trouble, language), help: t(`camera.help.${trouble}`) })}
        </p>
      )}
      {cameras.length > 0 && (
        <Select
          label={t('camera.which')}
          allowDeselect={false}
          value={shown?.id ?? null}
          placeholder={t('camera.first')}
          data={cameras.map(({ id, name }, index) => ({
            value: id,
            label: name || t('camera.unnamed', { no: index + 1 }),
          }))}
          onChange={(id) => void choose(id)}
        />
      )}
      <div className={styles.row}>
        <Button variant="default" onClick={() => (stream === null ? void look(choice) : close())}>
          {t(stream === null ? 'camera.look' : 'camera.close')}
        </Button>
      </div>
    </>
  );
}

/** The moving picture of a camera, while somebody looks at it. */
function useLook() {
  const client = useClient();
  const [camera] = useState(() => createCamera(navigator.mediaDevices));
  const [cameras, setCameras] = useState<readonly CameraChoice[]>([]);
  const [stream, setStream] = useState<MediaStream | null>(null);
  const [trouble, setTrouble] = useState<CameraTrouble | null>(null);
  useEffect(() => camera.close, [camera]);
  const close = useCallback((): void => {
    camera.close();
    setStream(null);
  }, [camera]);
  const look = useCallback(
    async (choice: CameraChoice): Promise<void> => {
      await client.photos.setUp({});
      const opened = await camera.open(choice);
      setStream(opened.ok ? opened.value : null);
      setTrouble(opened.ok ? null : opened.error);
      setCameras(await listCameras(navigator.mediaDevices));
    },
    [camera, client],
  );
  return { cameras, stream, trouble, look, close };
}

function Preview({ stream, label }: { readonly stream: MediaStream; readonly label: string }) {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (video.current) video.current.srcObject = stream;
  }, [stream]);
  return <video ref={video} className={styles.preview} aria-label={label} autoPlay muted playsInline />;
}
