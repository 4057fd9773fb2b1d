import { randomBytes } from 'node:crypto';

/** A request id in the form WeChat appends to its messages: `6538e4f5-1b2c3d4e-5f607182`. */
export const newRid = (nowMs: number): string =>
  `${Math.floor(nowMs / 1000)
    .toString(16)
    .padStart(8, '0')
    .slice(-8)}-${randomBytes(4).toString('hex')}-${randomBytes(4).toString('hex')}`;
