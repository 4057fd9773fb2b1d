import type { WebContents } from 'electron';
import { describe, expect, it } from 'vitest';
import { guardNavigation } from '../../../electron/main/navigation.ts';
import { isDocumentAddress, isOwnAddress, isPageAddress } from '../../../electron/main/own-address.ts';
import { fakeContents, fakeNavigation } from '../../support/electron-fakes.ts';

const allowed = [
  'app://bundle/',
  'app://bundle/index.html',
  'app://bundle/#/outbox',
  'app://bundle/index.html?x=1#/shops',
];

const foreign = [
  'app://host@evil/',
  'app://bundle@evil/',
  'app://user:pass@bundle/',
  'app://user@bundle/index.html',
  'app://evil/',
  'app://bundle.evil/',
  'app://bundle:80/',
  'app://bundle./',
  'app://bundl\u0435/',
  'app://xn--bundl-4ve/',
  'app://bundle%2eevil/',
  'app:bundle/',
  'app:/bundle/',
  'app:///bundle/',
  'app:\\\\bundle\\',
  'app://',
  'apps://bundle/',
  'xapp://bundle/',
  'app-x://bundle/',
  'view-source:app://bundle/',
  'blob:app://bundle/0000',
  'filesystem:app://bundle/temporary/x',
  'http://bundle/',
  'https://bundle/',
  'https://bundle/app://bundle/',
  'https://app:bundle@evil.example/',
  'http://127.0.0.1:4000/',
  'http://localhost/',
  'https://channels.weixin.qq.com/',
  'HTTPS://EVIL.EXAMPLE/',
  'ws://evil.example/',
  'file:///etc/passwd',
  'file://bundle/index.html',
  'FILE:///C:/Windows/win.ini',
  'data:text/html,<script>alert(1)</script>',
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'vbscript:x',
  'about:blank',
  'about:srcdoc',
  'chrome://settings/',
  'devtools://devtools/bundled/inspector.html',
  'chrome-extension://abc/index.html',
  'ms-msdt:/id',
  'mailto:a@b.example',
  'tel:110',
  'weixin://dl/chat',
  '',
  ' ',
  'not an address',
  '//bundle/',
  '/index.html',
];

describe('own addresses', () => {
  it.each(allowed)('%s is the page', (address) => {
    expect(isPageAddress(address)).toBe(true);
  });

  it(`none of ${foreign.length} other spellings is ours`, () => {
    for (const address of foreign) expect(isOwnAddress(address), address).toBe(false);
  });

  it('tells a document from the page', () => {
    expect(isDocumentAddress('app://bundle/files/abc')).toBe(true);
    expect(isPageAddress('app://bundle/files/abc')).toBe(false);
    for (const other of ['app://bundle/files/', 'app://bundle/files/a/b', 'app://bundle/', 'app://evil/files/abc'])
      expect(isDocumentAddress(other), other).toBe(false);
  });
});

function setup() {
  const contents = fakeContents();
  const documents: string[] = [];
  guardNavigation(contents as unknown as WebContents, (address) => documents.push(address));
  const emit = (name: string, url: string) => {
    const event = fakeNavigation(url);
    contents.events.emit(name, event);
    return event.prevented;
  };
  return { contents, documents, emit };
}

describe('guarded contents', () => {
  it.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])('%s goes to the page and nowhere else', (name) => {
    const { emit } = setup();
    for (const address of allowed) expect(emit(name, address), address).toBe(false);
    for (const address of [...foreign, 'app://bundle/files/abc']) expect(emit(name, address), address).toBe(true);
  });

  it('holds no web view', () => {
    expect(setup().emit('will-attach-webview', 'app://bundle/')).toBe(true);
  });

  it('opens no window whatever is asked, and passes only documents of ours on', () => {
    const { contents, documents } = setup();
    for (const url of [...allowed, ...foreign, 'app://bundle/files/sheet'])
      expect(contents.state.opened?.({ url }), url).toEqual({ action: 'deny' });
    expect(documents).toEqual(['app://bundle/files/sheet']);
  });
});
