import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';

/** Reads one line from standard input; what is typed on a terminal is not shown. */
export async function askPin(input: NodeJS.ReadStream, say: (text: string) => void, words: string): Promise<string> {
  say(words);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const reader = createInterface({ input, output: silent, terminal: input.isTTY });
  try {
    return (await reader.question('')).trim();
  } finally {
    reader.close();
    say('\n');
  }
}
