import { describe, expect, it } from 'vitest';
import { namedCarrier } from '../../../electron/services/orders/find-carrier.ts';
import type { Carrier } from '../../../shared/domain/carrier.ts';

const CHANNELS: readonly Carrier[] = [
  { code: 'ZTO', name: '中通快递' },
  { code: 'ZTOKY', name: '中通快运' },
  { code: 'YUNDA', name: '韵达快递' },
  { code: 'JTSD', name: '极兔速递' },
  { code: 'EMS', name: '中国邮政' },
];
const DOUYIN: readonly Carrier[] = [
  { code: 'zhongtong', name: '中通快递' },
  { code: 'jtexpress', name: '极兔速递' },
  { code: 'ems', name: 'EMS' },
  { code: 'youzhengguonei', name: '邮政快递包裹' },
];

describe('the carrier a file names', () => {
  it.each(['中通', '中通快递', 'ZTO', 'zto', ' ZTO Express', 'zhongtong', 'zhongtong kuaidi', '中通速递'])(
    'is found by the company: %s',
    (text) => {
      expect(namedCarrier(text, CHANNELS)).toMatchObject({ ok: true, value: { code: 'ZTO' } });
      expect(namedCarrier(text, DOUYIN)).toMatchObject({ ok: true, value: { code: 'zhongtong' } });
    },
  );

  it.each([
    ['中通快运', 'ZTOKY'],
    ['zhongtongkuaiyun', 'ZTOKY'],
    ['YD', 'YUNDA'],
    ['J&T', 'JTSD'],
    ['jtexpress', 'JTSD'],
    ['邮政', 'EMS'],
  ])('is the one of this list whatever list its code is from: %s', (text, code) => {
    expect(namedCarrier(text, CHANNELS)).toMatchObject({ ok: true, value: { code } });
  });

  it('is not another company whose name is part of it', () => {
    expect(namedCarrier('中通快运', [{ code: 'ZTO', name: '中通' }])).toEqual({ ok: false, error: 'unknown-carrier' });
  });

  it('has to be told apart where the list has the company more than once', () => {
    expect(namedCarrier('邮政', DOUYIN)).toEqual({ ok: false, error: 'ambiguous-carrier' });
    expect(namedCarrier('EMS', DOUYIN)).toMatchObject({ ok: true, value: { code: 'ems' } });
  });

  it('may be one that only the platform knows', () => {
    expect(namedCarrier('同城', [{ code: 'TC', name: '同城快跑' }])).toMatchObject({ ok: true, value: { code: 'TC' } });
    expect(namedCarrier('not a carrier', CHANNELS)).toEqual({ ok: false, error: 'unknown-carrier' });
  });
});
