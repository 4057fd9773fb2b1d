/** Bytes that end a code on a serial line: Enter in either form, Tab, and the end-of-text frame. */
const ENDS = new Set([0x0d, 0x0a, 0x09, 0x03]);
const START_OF_TEXT = 0x02;

export type CodeSplitter = {
  /** Codes that these bytes completed, in order; chunks end wherever the line likes. */
  readonly take: (bytes: Uint8Array) => readonly string[];
  /** The rest, of a scanner that ends its codes with nothing but silence. */
  readonly flush: () => readonly string[];
};

/** Cuts a stream of bytes into codes. Two codes sent in one breath are two; one code sent in pieces is one. */
export function createCodeSplitter(): CodeSplitter {
  let line: number[] = [];
  const end = (): readonly string[] => {
    const code = new TextDecoder().decode(Uint8Array.from(line));
    line = [];
    return code === '' ? [] : [code];
  };
  return {
    take: (bytes) =>
      [...bytes].flatMap((byte) => {
        if (ENDS.has(byte)) return end();
        if (byte !== START_OF_TEXT) line.push(byte);
        return [];
      }),
    flush: end,
  };
}
