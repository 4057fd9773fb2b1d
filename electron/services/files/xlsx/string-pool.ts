/** Many texts by number, kept as UTF-8 bytes in one piece: a tenth of what as many JavaScript strings take. */
export type StringPool = {
  readonly add: (text: string) => void;
  /** The text with this number, or empty where there is none. */
  readonly get: (index: number) => string;
};

const FIRST_BYTES = 64 * 1024;
const FIRST_TEXTS = 4 * 1024;

/** Creates an empty pool. */
export function createStringPool(): StringPool {
  let bytes = Buffer.allocUnsafe(FIRST_BYTES);
  /** Where each text ends; the one before it ends where it begins. */
  let ends = new Uint32Array(FIRST_TEXTS);
  let count = 0;
  let used = 0;
  return {
    add: (text) => {
      const most = used + text.length * 3;
      if (most > bytes.length) bytes = Buffer.concat([bytes.subarray(0, used)], Math.max(bytes.length * 2, most));
      if (count === ends.length) {
        const longer = new Uint32Array(ends.length * 2);
        longer.set(ends);
        ends = longer;
      }
      used += bytes.write(text, used);
      ends[count] = used;
      count += 1;
    },
    get: (index) => {
      const end = ends[index];
      return end === undefined || index >= count ? '' : bytes.toString('utf8', ends[index - 1] ?? 0, end);
    },
  };
}
