import { inBothLanguages } from './messages.mjs';

/** @typedef {import('./messages.mjs').Message} Message */

/**
 * Where the set-up talks: `npm start` on stdout; the CLI on stderr, because its stdout is an answer.
 * @typedef {(message: Message, detail?: string) => void} Say
 */

/** @type {Say} */
export const sayOnStdout = (message, detail) => void process.stdout.write(line(message, detail));

/** @type {Say} */
export const sayOnStderr = (message, detail) => void process.stderr.write(line(message, detail));

/**
 * @param {Message} message
 * @param {string} [detail]
 */
function line(message, detail) {
  return `${inBothLanguages(message)}${detail === undefined ? '' : `: ${detail}`}\n`;
}
