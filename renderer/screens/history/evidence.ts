import { strToU8, zipSync } from 'fflate';
import type { OrderStory } from '../../../shared/contract/history.ts';
import type { OpenedPhoto } from '../../state/use-open-photo.ts';

export type EvidenceParts = {
  readonly story: OrderStory;
  /** Finds the photo of a package as it lies on the disk now. */
  readonly open: (opId: string) => Promise<OpenedPhoto | null>;
  readonly read: (address: string) => Promise<Uint8Array>;
};

/**
 * Everything this desk knows of an order, for a dispute: its packages with each call and answer (buyers and secrets are taken
 * out when those are stored), the scans, the photos as they lie on the disk, and the SHA-256 of each file beside the one that
 * was taken down when the photo was taken.
 */
export async function evidenceZip({ story, open, read }: EvidenceParts): Promise<Blob> {
  const { scans, ...order } = story;
  const files: Record<string, Uint8Array> = { 'order.json': asJson(order), 'scans.json': asJson(scans) };
  const notes: string[] = [];
  for (const [index, { row, photo }] of story.packages.entries()) {
    if (photo?.state !== 'kept') continue;
    const opened = await open(row.id);
    const name = `photo-${index + 1}.jpg`;
    if (opened?.address) files[name] = await read(opened.address);
    notes.push(`${photo.sha256}  ${name}  taken ${photo.takenAt}: ${opened?.finding ?? 'unread'}`);
  }
  const sums = await Promise.all(Object.entries(files).map(async ([name, bytes]) => `${await sha256(bytes)}  ${name}`));
  files['sha256.txt'] = strToU8([...sums, '', '# SHA-256 when it was taken', ...notes, ''].join('\n'));
  return new Blob([new Uint8Array(zipSync(files))], { type: 'application/zip' });
}

const asJson = (value: unknown): Uint8Array => strToU8(JSON.stringify(value, null, 2));

async function sha256(bytes: Uint8Array): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new Uint8Array(bytes));
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
