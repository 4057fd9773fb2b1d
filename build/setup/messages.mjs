/**
 * What the set-up says, Chinese first. Every sentence is one line, because progress is shown as one line.
 * @typedef {{ readonly zh: string, readonly en: string }} Message
 */

/** @param {Message} message */
export const inBothLanguages = (message) => `${message.zh} · ${message.en}`;

export const messages = {
  installing: { zh: '正在安装依赖（约一分钟）', en: 'Installing dependencies (about a minute)' },
  installFailed: {
    zh: '依赖安装失败，请检查网络后重试',
    en: 'The dependencies could not be installed; check the network and try again',
  },
  systemPackages: { zh: '正在安装系统软件包', en: 'Installing system packages' },
  systemPackagesFailed: {
    zh: '系统软件包安装失败',
    en: 'The system packages could not be installed',
  },
  building: { zh: '正在构建', en: 'Building' },
  buildFailed: { zh: '构建失败', en: 'The build failed' },
  fetchingElectron: { zh: '正在下载 Electron', en: 'Fetching Electron' },
  noElectron: {
    zh: '未能取得 Electron，同一个应用将在浏览器窗口中运行',
    en: 'Electron could not be fetched, so the same app runs in a browser window',
  },
  electronDoesNotStart: {
    zh: 'Electron 在这台电脑上无法启动，同一个应用将在浏览器窗口中运行',
    en: 'Electron does not start on this machine, so the same app runs in a browser window',
  },
  noDisplay: {
    zh: '没有图形界面可用，请在浏览器中打开下面的链接',
    en: 'There is no display, so open the link below in a browser',
  },
  noBrowser: {
    zh: '没有找到 Chromium、Chrome 或 Edge，请在浏览器中打开下面的链接',
    en: 'No Chromium, Chrome or Edge was found, so open the link below in a browser',
  },
  /** @param {string} version */
  nodeTooOld: (version) => ({
    zh: `发货台需要 Node 22.18 或更新的版本，这里只有 ${version}，请从 https://nodejs.org 安装 Node 24`,
    en: `Dispatch Desk needs Node 22.18 or newer and only ${version} is here; install Node 24 from https://nodejs.org`,
  }),
};
