import { inBothLanguages } from './messages.mjs';

/** @typedef {import('./messages.mjs').Message} Message */

/**
 * Shows one line while `work` runs: with running seconds on a terminal, once at the start and once at the end elsewhere.
 * @template T
 * @param {NodeJS.WriteStream} stream
 * @param {Message} message
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withProgress(stream, message, work) {
  const startedAtMs = Date.now();
  const words = inBothLanguages(message);
  const seconds = () => `${((Date.now() - startedAtMs) / 1000).toFixed(0)} s`;
  const ticking = stream.isTTY ? setInterval(() => stream.write(`\r${words} … ${seconds()}`), 1000) : undefined;
  stream.write(stream.isTTY ? `${words} …` : `${words} …\n`);
  try {
    return await work();
  } finally {
    clearInterval(ticking);
    stream.write(stream.isTTY ? `\r${words} … ${seconds()}\n` : `${words}: ${seconds()}\n`);
  }
}
