/**
 * Ends the process with one sentence where Node is too old to run even the set-up.
 * It imports nothing and keeps to old syntax, because an older Node has to be able to read it.
 */
export function requireNode() {
  const version = process.versions.node;
  if (Number(version.split('.')[0]) >= 20) return;
  process.stderr.write(
    '发货台需要 Node 20 或更新的版本，这台电脑上是 ' +
      version +
      ' · Dispatch Desk needs Node 20 or newer and this machine has ' +
      version +
      ': https://nodejs.org\n',
  );
  process.exit(1);
}
