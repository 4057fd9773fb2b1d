import type { ServerResponse } from 'node:http';
import { DOCUMENT_POLICY, securityHeaders } from '../services/web/security-headers.ts';

const SENTENCES = [
  '这个链接已经用过，或不是从发货台打开的。请关掉本页，从发货台给出的新链接或窗口进入；已存的单子都在。',
  'This link was used already, or it was not opened by Dispatch Desk. Close this page and come in through the window or a new link of Dispatch Desk; whatever was saved is safe.',
];

/** What a browser without this run's cookie sees, whatever it asked for. */
export function sendStrangerPage(response: ServerResponse): void {
  response.writeHead(403, { ...securityHeaders(DOCUMENT_POLICY), 'content-type': 'text/html; charset=utf-8' });
  const body = SENTENCES.map((sentence) => `<p>${sentence}</p>`).join('');
  response.end(
    `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>发货台 Dispatch Desk</title>${body}</html>`,
  );
}
