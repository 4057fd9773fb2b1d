/** The only sites the app may open in the person's browser: the platforms' own back offices and documentation. */
const EXTERNAL_HOSTS: ReadonlySet<string> = new Set([
  'channels.weixin.qq.com',
  'developers.weixin.qq.com',
  'mp.weixin.qq.com',
  'store.weixin.qq.com',
  'fxg.jinritemai.com',
  'op.jinritemai.com',
]);

/** Whether an address may be handed to the browser: https, the exact host, no user name, no port of its own. */
export function isOpenableOutside(address: string): boolean {
  const url = URL.parse(address);
  if (url === null || url.protocol !== 'https:') return false;
  return EXTERNAL_HOSTS.has(url.hostname) && url.port === '' && url.username === '' && url.password === '';
}
