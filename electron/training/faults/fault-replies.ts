import { gzipSync } from 'node:zlib';
import type { ReplyKind } from './fault.ts';
import { dripReply, endlessReply, gzipBomb, oversizedReply } from './fault-streams.ts';
import { encodeGbk } from './gbk.ts';
import type { Reply } from '../core/reply.ts';
import { sendBytes, sendReply } from '../core/send-reply.ts';
import type { FaultPlay } from './spoilt-call.ts';

type Spoilt = { readonly play: FaultPlay; readonly shown: Reply };
type Spoil = (spoilt: Spoilt) => void;

const HTML = 'text/html; charset=utf-8';

/** Sends other bytes than the true answer, noting their status and the code a careless reader would see. */
const send = ({ play, shown }: Spoilt, change: Partial<Reply>, headers: Record<string, string> = {}): void => {
  const reply = { ...shown, ...change };
  play.onAnswer(reply.status, reply.code);
  sendReply(play.response, reply, headers);
};

const page = (title: string): string =>
  `<html>\r\n<head><title>${title}</title></head>\r\n<body><center><h1>${title}</h1></center></body>\r\n</html>\r\n`;

/** Replaces the number after the platform's code field, or the whole field. */
const recode = ({ play, shown }: Spoilt, replacement: string): string =>
  shown.body.replace(new RegExp(`"${play.platform.codeField}":-?\\d+,?`), replacement);

/** The same answer about the order with the next number, as crossed answers bring it. */
const ofAnotherOrder = ({ play, shown }: Spoilt): string => {
  const orderId = play.platform.orderIdOf(play.call);
  return orderId === '' ? shown.body : shown.body.replaceAll(orderId, String(BigInt(orderId) + 1n));
};

const field = ({ play }: Spoilt): string => play.platform.codeField;

const reset: Spoil = ({ play }) => {
  play.onAnswer(0, '');
  play.response.socket?.resetAndDestroy();
};

/** What the caller of a spoilt call gets instead of the true answer. */
export const FAULT_REPLIES: Record<Exclude<ReplyKind, 'true' | 'code'>, Spoil> = {
  reset,
  silence: ({ play }) => play.onAnswer(0, ''),
  'bad-gateway': (spoilt) => send(spoilt, { status: 502, contentType: HTML, body: page('502 Bad Gateway'), code: '' }),
  truncated: (spoilt) => send(spoilt, { body: spoilt.shown.body.slice(0, spoilt.shown.body.length >> 1), code: '' }),
  'cut-off': ({ play, shown }) => {
    const bytes = Buffer.from(shown.body);
    play.onAnswer(shown.status, '');
    play.response.writeHead(shown.status, { 'content-type': shown.contentType, 'content-length': bytes.length });
    play.response.write(bytes.subarray(0, bytes.length >> 1), () => play.response.socket?.resetAndDestroy());
  },
  forbidden: (spoilt) => send(spoilt, { status: 403, contentType: HTML, body: page('403 Forbidden'), code: '' }),
  'too-many': (spoilt) =>
    send(
      spoilt,
      { status: 429, contentType: 'text/plain', body: 'Too Many Requests', code: '' },
      { 'retry-after': String(spoilt.play.fault.retryAfterS) },
    ),
  unavailable: (spoilt) =>
    send(
      spoilt,
      { status: 503, contentType: HTML, body: page('503 Service Unavailable'), code: '' },
      { 'retry-after': String(spoilt.play.fault.retryAfterS) },
    ),
  redirect: (spoilt) =>
    send(spoilt, { status: 302, contentType: HTML, body: page('302 Found'), code: '' }, { location: '/login' }),
  'no-content': (spoilt) => send(spoilt, { status: 204, body: '', code: '' }),
  empty: (spoilt) => send(spoilt, { body: '', code: '' }),
  'code-as-text': (spoilt) => send(spoilt, { body: recode(spoilt, `"${field(spoilt)}":"${spoilt.shown.code}",`) }),
  'code-missing': (spoilt) => send(spoilt, { body: recode(spoilt, ''), code: '' }),
  'code-null': (spoilt) => send(spoilt, { body: recode(spoilt, `"${field(spoilt)}":null,`), code: '' }),
  'big-number': (spoilt) => send(spoilt, { body: recode(spoilt, `"${field(spoilt)}":1e18,`), code: '' }),
  bom: (spoilt) => send(spoilt, { body: `\uFEFF${spoilt.shown.body}` }),
  'trailing-comma': (spoilt) => send(spoilt, { body: spoilt.shown.body.replace(/\}$/, ',}') }),
  'duplicate-keys': (spoilt) =>
    send(spoilt, { body: spoilt.shown.body.replace(/\}$/, `,"${field(spoilt)}":-1}`), code: '' }),
  gbk: (spoilt) => {
    const { play, shown } = spoilt;
    play.onAnswer(shown.status, shown.code);
    const body = shown.body.replace('"ok"', '"成功"');
    sendBytes(play.response, shown.status, encodeGbk(body), { 'content-type': 'application/json; charset=GBK' });
  },
  page: (spoilt) => send(spoilt, { contentType: HTML, body: page('登录'), code: '' }),
  'other-order': (spoilt) => send(spoilt, { body: ofAnotherOrder(spoilt) }),
  gzip: ({ play, shown }) => {
    play.onAnswer(shown.status, shown.code);
    const headers = { 'content-type': shown.contentType, 'content-encoding': 'gzip' };
    sendBytes(play.response, shown.status, gzipSync(shown.body), headers);
  },
  'gzip-bomb': ({ play }) => void gzipBomb(play),
  oversized: (spoilt) => oversizedReply(spoilt.play),
  endless: (spoilt) => endlessReply(spoilt.play),
  'slow-drip': ({ play, shown }) => dripReply(play, shown),
  twice: ({ play, shown }) => {
    play.onAnswer(shown.status, shown.code);
    const socket = play.response.socket;
    const bytes = Buffer.from(shown.body);
    const head = `HTTP/1.1 200 OK\r\ncontent-type: ${shown.contentType}\r\ncontent-length: ${bytes.length}\r\n\r\n`;
    socket?.end(Buffer.concat([Buffer.from(head), bytes, Buffer.from(head), bytes]));
  },
  'wrong-clock': (spoilt) =>
    send(spoilt, {}, { date: new Date(spoilt.play.now() + (spoilt.play.fault.delayMs ?? 600_000)).toUTCString() }),
};
