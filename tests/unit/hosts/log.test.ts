import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createFileLog } from '../../../electron/host/log/file-log.ts';
import { redactFields } from '../../../electron/host/log/redact.ts';
import { reportCrash } from '../../../electron/host/report-crash.ts';
import { temporaryFolder } from '../../support/hosts.ts';

const read = (dir: string): Record<string, unknown>[] =>
  readFileSync(join(dir, 'logs', 'desk.log'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

describe('log', () => {
  it('writes one JSON object a line into a file only its user can read', () => {
    const dir = temporaryFolder();
    const log = createFileLog(dir);
    log.info('started', { version: '1.0.0' });
    log.error('bug', { ref: 'A1B2C3', procedure: 'orders.list' });
    expect(read(dir)).toEqual([
      { at: expect.stringMatching(/^\d{4}-/), level: 'info', event: 'started', version: '1.0.0' },
      { at: expect.any(String), level: 'error', event: 'bug', ref: 'A1B2C3', procedure: 'orders.list' },
    ]);
    expect(statSync(join(dir, 'logs', 'desk.log')).mode & 0o777).toBe(0o600);
  });

  it('writes the lines of two folders into two files', () => {
    const [one, two] = [temporaryFolder(), temporaryFolder()];
    createFileLog(one).info('first');
    createFileLog(two).info('second');
    expect([read(one), read(two)].map((lines) => lines.map(({ event }) => event))).toEqual([['first'], ['second']]);
  });

  it('loses every field that is not listed, and says which', () => {
    const fields = redactFields({ opId: '7', access_token: 'example-secret', waybill: 'SF1', phone: '13800000000' });
    expect(fields).toEqual({ opId: '7', dropped: 'access_token,waybill,phone' });
  });

  it('writes addresses without their query and hides long runs that may be tokens', () => {
    const fields = redactFields({
      url: 'https://user:example@api.example.com/cgi-bin/token?access_token=example-secret&x=1#y',
      reason: `token=${'example0'.repeat(8)} refused at https://api.example.com/a?secret=example-secret.`,
    });
    expect(fields['url']).toBe('https://api.example.com/cgi-bin/token');
    expect(JSON.stringify(fields)).not.toMatch(/example-secret|user:|example0example0/);
    expect(fields['reason']).toContain('refused at https://api.example.com/a');
  });

  it('writes a path without its query too', () => {
    expect(redactFields({ path: '/cgi-bin/token?access_token=example-secret' })).toEqual({
      path: '/cgi-bin/token?***',
    });
  });

  it('cuts a text that is too long', () => {
    expect(String(redactFields({ reason: 'ab '.repeat(500) })['reason'])).toHaveLength(300);
  });

  it('writes down a crash by name and place, without the message that may quote a person', () => {
    const dir = temporaryFolder();
    const ref = reportCrash(createFileLog(dir), new TypeError('example-secret typed by somebody'));
    expect(ref).toMatch(/^[0-9A-F]{6}$/);
    expect(read(dir)[0]).toMatchObject({
      event: 'crash',
      ref,
      kind: 'TypeError',
      where: expect.stringContaining('log.test'),
    });
    expect(JSON.stringify(read(dir))).not.toContain('example-secret');
  });
});
