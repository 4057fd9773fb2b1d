import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';

const HEADER_BYTES = 32;
const FRAME_HEADER_BYTES = 24;
/** The last bit says in which byte order checksums are made. */
const MAGIC = 0x377f0682;
const MAX_PAGE = 65_536;

/**
 * Whether the write-ahead log of an app that did not end by itself is whole (file format: sqlite.org/fileformat2,
 * section 4). SQLite reads it up to the first frame that does not fit and forgets the rest without a word; here the rest
 * is found: a frame of the log's own generation that cannot be reached, or a log that is no log. A write cut short by the
 * end of the process looks the same, and is treated the same: what is open is looked up before it is sent.
 */
export function isWalWhole(file: string): boolean {
  if (!existsSync(file)) return false;
  const handle = openSync(file, 'r');
  try {
    const { size } = fstatSync(handle);
    const header = Buffer.alloc(HEADER_BYTES);
    if (size < HEADER_BYTES || readSync(handle, header, 0, HEADER_BYTES, 0) < HEADER_BYTES) return false;
    const log = readHeader(header);
    return log !== null && reachesItsEnd(handle, size, log);
  } finally {
    closeSync(handle);
  }
}

type Sums = readonly [number, number];
type WalHeader = {
  readonly pageBytes: number;
  readonly bigEndian: boolean;
  readonly salt: Buffer;
  readonly sums: Sums;
};

function readHeader(header: Buffer): WalHeader | null {
  const magic = header.readUInt32BE(0);
  const bigEndian = (magic & 1) === 1;
  const pageBytes = header.readUInt32BE(8);
  if (magic >>> 1 !== MAGIC >>> 1 || pageBytes < 512 || pageBytes > MAX_PAGE) return null;
  const sums = addUp([0, 0], header.subarray(0, 24), bigEndian);
  if (sums[0] !== header.readUInt32BE(24) || sums[1] !== header.readUInt32BE(28)) return null;
  return { pageBytes, bigEndian, salt: header.subarray(16, 24), sums };
}

/** Walks all frames: those that fit one another, and then none of the same generation. */
function reachesItsEnd(handle: number, size: number, { pageBytes, bigEndian, salt, sums: first }: WalHeader): boolean {
  const frame = Buffer.alloc(FRAME_HEADER_BYTES + pageBytes);
  let sums: Sums | null = first;
  for (let at = HEADER_BYTES; at + FRAME_HEADER_BYTES <= size; at += frame.length) {
    const read = readSync(handle, frame, 0, frame.length, at);
    const isOurs = frame.subarray(8, 16).equals(salt);
    if (!isOurs) {
      sums = null;
      continue;
    }
    if (sums === null || read < frame.length) return false;
    sums = addUp(addUp(sums, frame.subarray(0, 8), bigEndian), frame.subarray(FRAME_HEADER_BYTES), bigEndian);
    if (sums[0] !== frame.readUInt32BE(16) || sums[1] !== frame.readUInt32BE(20)) return false;
  }
  return true;
}

/** SQLite's running checksum over pairs of 32-bit words. */
function addUp([start0, start1]: Sums, bytes: Buffer, bigEndian: boolean): Sums {
  let s0 = start0;
  let s1 = start1;
  for (let at = 0; at < bytes.length; at += 8) {
    s0 = (s0 + (bigEndian ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at)) + s1) >>> 0;
    s1 = (s1 + (bigEndian ? bytes.readUInt32BE(at + 4) : bytes.readUInt32LE(at + 4)) + s0) >>> 0;
  }
  return [s0, s1];
}
