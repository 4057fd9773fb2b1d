import { Modal } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { Language } from '../../shared/contract/system.ts';
import type { PhotoFinding } from '../../shared/contract/photos.ts';
import type { PackagePhoto } from '../../shared/domain/photo.ts';
import { photoProofWords } from '../../shared/messages/photo-words.ts';
import { formatTime } from './format-time.ts';
import { WarningIcon } from './icons/warning-icon.tsx';
import styles from './photo-proof.module.css';

type Opened = { readonly finding: PhotoFinding; readonly address: string | null };

/**
 * The photo of a package, small, and large on a press; its hash is checked whenever it is opened. Says in words what is wrong
 * with it, and why there is none.
 */
export function PhotoProof(props: {
  readonly opId: string;
  readonly photo: PackagePhoto;
  readonly load: (opId: string) => Promise<Opened | null>;
  readonly language: Language;
}) {
  const { opId, photo, load, language } = props;
  const [opened, setOpened] = useState<Opened | null>(null);
  const [large, setLarge] = useState(false);
  const hasFile = photo.state === 'kept';
  useEffect(() => {
    let current = true;
    if (hasFile) void load(opId).then((found) => current && setOpened(found));
    return () => {
      current = false;
    };
  }, [hasFile, load, opId]);
  const takenAt = photo.state === 'none' ? '' : formatTime(photo.takenAt, language);
  const words = photoProofWords({ photo, takenAt, finding: opened?.finding ?? null }, language);
  const address = hasFile ? (opened?.address ?? null) : null;
  return (
    <div className={styles.proof} data-testid="photo-proof" data-finding={opened?.finding}>
      {address !== null && (
        <button type="button" className={styles.small} aria-label={words.open} onClick={() => setLarge(true)}>
          <img src={address} alt={words.alt} />
        </button>
      )}
      <div>
        <p className={words.wrong ? styles.wrong : styles.line}>
          {words.wrong && <WarningIcon />}
          {words.line}
        </p>
        {words.hash !== '' && <p className={styles.hash}>SHA-256 {words.hash}</p>}
      </div>
      {address !== null && large && (
        <Modal
          opened
          onClose={() => setLarge(false)}
          size="auto"
          title={words.alt}
          closeButtonProps={{ 'aria-label': words.close }}
        >
          <img className={styles.large} src={address} alt={words.alt} />
          <p className={styles.hash}>SHA-256 {words.hash}</p>
        </Modal>
      )}
    </div>
  );
}
