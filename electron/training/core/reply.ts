/** An answer a platform or the training desk wants to give, before any fault spoils it. */
export type Reply = {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
  /** The platform's own result code as text, for the ledger; empty where it has none. */
  readonly code: string;
  /** The platform's request id, for the ledger. */
  readonly requestId?: string;
};

export const jsonReply = (value: unknown, code = '', status = 200): Reply => ({
  status,
  contentType: 'application/json; charset=utf-8',
  body: JSON.stringify(value),
  code,
});

export const htmlReply = (body: string): Reply => ({
  status: 200,
  contentType: 'text/html; charset=utf-8',
  body,
  code: '',
});

export const svgReply = (body: string): Reply => ({ status: 200, contentType: 'image/svg+xml', body, code: '' });

export const textReply = (status: number, body: string): Reply => ({
  status,
  contentType: 'text/plain; charset=utf-8',
  body,
  code: '',
});
