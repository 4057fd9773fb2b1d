import { describe, expect, it } from 'vitest';
import { baseUrlFault } from '../../../../../../renderer/screens/shops/dialogs/base-url.ts';
import {
  credentialFault,
  credentialsFrom,
  fieldSets,
} from '../../../../../../renderer/screens/shops/dialogs/credential-values.ts';
import { wrongCredential } from '../../../../../../shared/domain/platforms/credential-check.ts';
import { capabilitiesOf } from '../../../../../../shared/domain/platforms/platform-list.ts';

const vv = capabilitiesOf('vv-tool');
const values = { account: 'a', accessKey: 'k', shopId: '7', vvtype: '1', accessToken: 't', senderId: '' };

describe('the credentials of a shop', () => {
  it('are the fields of the chosen set, and what was filled in besides', () => {
    expect(credentialsFrom(vv, { set: 0, values })).toEqual({ account: 'a', accessKey: 'k', shopId: '7', vvtype: '1' });
    expect(credentialsFrom(vv, { set: 1, values: { ...values, senderId: '9' } })).toEqual({
      accessToken: 't',
      shopId: '7',
      vvtype: '1',
      senderId: '9',
    });
  });

  it('are what the backend accepts, whichever set was filled in', () => {
    for (const [set] of fieldSets(vv).entries())
      expect(wrongCredential(vv, credentialsFrom(vv, { set, values }) ?? {})).toBeNull();
  });

  it('are held back while one is missing, too long, carries blanks or is not on offer', () => {
    const field = { name: 'x', secret: true, maxLength: 5 };
    const choice = { ...field, choices: [{ value: '1', zh: '一', en: 'one' }] };
    expect(credentialFault(field, '')).toBe('missing');
    expect(credentialFault(field, '123456')).toBe('too-long');
    expect(credentialFault(field, 'a b')).toBe('blanks');
    expect(credentialFault(choice, '2')).toBe('not-offered');
    expect(credentialFault(choice, '1')).toBeNull();
    expect(credentialsFrom(vv, { set: 0, values: { ...values, vvtype: '9' } })).toBeNull();
  });
});

it.each([
  ['', false],
  ['https://gateway.example', false],
  ['http://127.0.0.1:8123', false],
  ['http://[::1]:8123', false],
  ['http://203.0.113.7', true],
  ['ftp://127.0.0.1', true],
  ['gateway.example', true],
])('takes or refuses the address %j', (address, refused) => expect(baseUrlFault(address)).toBe(refused));
