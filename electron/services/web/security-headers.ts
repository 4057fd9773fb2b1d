const policy = (directives: Readonly<Record<string, string>>): string =>
  Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources}`.trim())
    .join('; ');

const NOTHING_ELSE = {
  'default-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
};

/**
 * The one policy of the page (RELIABILITY S04). `style-src 'unsafe-inline'` is there because Mantine writes its theme into
 * style elements and attributes; scripts stay limited to our own files. Goods pictures come from the platforms' https
 * image servers and, in training, from the practice server on a loopback port that is not known when the page loads. Text
 * becomes markup only by the page's one Trusted Types policy, which passes no tag (`renderer/styles`).
 */
export const PAGE_POLICY = policy({
  ...NOTHING_ELSE,
  'script-src': "'self'",
  'style-src': "'self' 'unsafe-inline'",
  'img-src': "'self' data: blob: https: http://127.0.0.1:*",
  'font-src': "'self'",
  'connect-src': "'self'",
  'require-trusted-types-for': "'script'",
  'trusted-types': 'default',
});

/** A document handed out by `/files/:id`, such as the practice sheet: it is looked at and printed, and runs nothing. */
export const DOCUMENT_POLICY = policy({
  ...NOTHING_ELSE,
  'style-src': "'unsafe-inline'",
  'img-src': 'data:',
  sandbox: 'allow-modals',
});

/** What no page of ours uses is off for good; a camera is asked for by the page itself, and only where photos are wanted. */
const PERMISSIONS = [
  'camera=(self)',
  'serial=(self)',
  'hid=(self)',
  ...['microphone', 'display-capture', 'geolocation', 'midi', 'usb', 'payment'].map((name) => `${name}=()`),
].join(', ');

/** Headers of every answer of every host. */
export const securityHeaders = (contentSecurityPolicy: string): Record<string, string> => ({
  'content-security-policy': contentSecurityPolicy,
  'permissions-policy': PERMISSIONS,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
});
