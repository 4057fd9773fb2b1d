/**
 * The folder the person stands in. npm runs a script in the project's folder, but a relative file name that is typed
 * after it means the person's own.
 * @param {string} script the npm script that this is, such as `cli`
 * @returns {{ cwd?: string }}
 */
export function personFolder(script) {
  const folder = process.env['npm_lifecycle_event'] === script ? process.env['INIT_CWD'] : undefined;
  return folder === undefined ? {} : { cwd: folder };
}
