import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { practiceShop } from '../../../electron/training/practice/practice-shops.ts';
import { SECOND_MS } from '../../../shared/kernel/time.ts';
import { startTraining, type Training } from '../../support/training.ts';
import { PATHS, post, tokenBody } from './channels-caller.ts';

let training: Training;
let nowMs: number;
beforeEach(async () => {
  nowMs = Date.parse('2026-11-21T08:00:00Z');
  training = await startTraining({ orders: 0, now: () => nowMs });
});
afterEach(() => training.stop());

const shop = practiceShop('living');
const ask = (more: Record<string, unknown> = {}) => post(`${training.baseUrl}${PATHS.token}`, tokenBody(shop, more));
const pass = (seconds: number): void => {
  nowMs += seconds * SECOND_MS;
};
const use = async (token: unknown) =>
  (await post(`${training.baseUrl}${PATHS.carriers}?access_token=${String(token)}`, '{"ewaybill_only":false}')).errcode;

describe('stable_token', () => {
  it('gives the same token again with its remaining seconds', async () => {
    const first = await ask();
    pass(1000);
    const second = await ask();
    expect(first['expires_in']).toBe(7200);
    expect(second).toMatchObject({ access_token: first['access_token'], expires_in: 6200 });
    expect(second).not.toHaveProperty('errcode');
  });

  it('gives a new token in the last five minutes and keeps the old one good beside it', async () => {
    const first = await ask();
    pass(7200 - 300);
    const second = await ask();
    expect(second['access_token']).not.toBe(first['access_token']);
    expect(second['expires_in']).toBe(7200);
    expect([await use(first['access_token']), await use(second['access_token'])]).toEqual([0, 0]);
    pass(300);
    expect([await use(first['access_token']), await use(second['access_token'])]).toEqual([42001, 0]);
  });

  it('kills the old token in force mode, at most every 30 seconds and 20 times a day', async () => {
    const first = await ask();
    const forced = await ask({ force_refresh: true });
    expect([await use(first['access_token']), await use(forced['access_token'])]).toEqual([40001, 0]);
    expect((await ask({ force_refresh: true })).errcode).toBe(45011);
    for (let times = 2; times <= 20; times += 1) {
      pass(30);
      expect(await ask({ force_refresh: true })).toHaveProperty('access_token');
    }
    pass(30);
    expect((await ask({ force_refresh: true })).errcode).toBe(45009);
    expect((await ask())['expires_in']).toBe(7170);
    pass(24 * 3600);
    expect(await ask({ force_refresh: true })).toHaveProperty('access_token');
  });

  it.each([
    ['a wrong secret', { secret: 'wrong' }, 40125],
    ['an unknown app', { appid: 'wx0000000000000000' }, 40013],
    ['no app', { appid: undefined }, 41002],
    ['no secret', { secret: undefined }, 41004],
    ['another grant type', { grant_type: 'password' }, 40002],
    ['a field of the wrong type', { appid: 5 }, 47001],
  ])('refuses %s', async (_name, over, code) => {
    expect((await ask(over)).errcode).toBe(code);
  });

  it('refuses a GET, an empty body and a body that is not JSON', async () => {
    const url = `${training.baseUrl}${PATHS.token}`;
    expect(await (await fetch(url)).json()).toMatchObject({ errcode: 43002 });
    expect((await post(url, '')).errcode).toBe(44002);
    expect((await post(url, '{')).errcode).toBe(47001);
  });

  it('writes no secret and no token into the ledger', async () => {
    const { access_token } = await ask();
    await use(access_token);
    const text = JSON.stringify(await training.desk.ledger());
    expect(text).toContain(PATHS.token);
    expect(text).not.toContain(shop.appSecret);
    expect(text).not.toContain(String(access_token));
  });
});

describe('a call with a token', () => {
  it('tells a missing, a made-up and an expired token apart', async () => {
    const { access_token } = await ask();
    expect(await use('')).toBe(41001);
    expect(await use('practice_made_up')).toBe(40001);
    pass(7200);
    expect(await use(access_token)).toBe(42001);
  });

  it('has a life as short as the option says', async () => {
    const short = await startTraining({ orders: 0, tokenLifeS: 8, now: () => nowMs });
    const url = `${short.baseUrl}${PATHS.token}`;
    const first = await post(url, tokenBody(shop));
    pass(6);
    const second = await post(url, tokenBody(shop));
    expect(first['expires_in']).toBe(8);
    expect(second['access_token']).not.toBe(first['access_token']);
    await short.stop();
  });
});
