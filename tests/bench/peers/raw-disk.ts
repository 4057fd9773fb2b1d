import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs';

/** The least a durable write can cost: one page into a file that does not grow, and its flush. */
export function openRawDisk(file: string): { readonly once: (index: number) => void; readonly close: () => void } {
  const descriptor = openSync(file, 'w');
  const block = Buffer.alloc(4096, 1);
  for (let index = 0; index < PAGES; index += 1) writeSync(descriptor, block);
  fdatasyncSync(descriptor);
  return {
    once: (index) => {
      writeSync(descriptor, block, 0, block.length, (index % PAGES) * block.length);
      fdatasyncSync(descriptor);
    },
    close: () => closeSync(descriptor),
  };
}

const PAGES = 256;
