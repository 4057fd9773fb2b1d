import { open } from 'node:fs/promises';
import { join } from 'node:path';

/** As much as a failing disk or a torn cable takes at once. */
const LOST_BYTES = 64 * 1024;

/** Overwrites the middle of a closed desk's database. */
export async function damageDatabase(dataDir: string): Promise<void> {
  const file = await open(join(dataDir, 'dispatch-desk.db'), 'r+');
  try {
    const { size } = await file.stat();
    await file.write(Buffer.alloc(LOST_BYTES, 0xa5), 0, LOST_BYTES, Math.floor((size - LOST_BYTES) / 2));
    await file.sync();
  } finally {
    await file.close();
  }
}
