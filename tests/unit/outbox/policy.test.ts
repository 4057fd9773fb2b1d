import { describe, expect, it } from 'vitest';
import { policyFor } from '../../../electron/services/outbox/policy.ts';
import { SettingsSchema } from '../../../shared/contract/settings.ts';

const settings = (callTimeoutMs: number, settleMs: number, readBackSpacingMs: number) =>
  SettingsSchema.parse({
    'outbox.callTimeoutMs': callTimeoutMs,
    'outbox.settleMs': settleMs,
    'outbox.readBackSpacingMs': readBackSpacingMs,
  });

const REAL = { onThisMachine: false };
const HERE = { onThisMachine: true };

describe('The timing of a shop', () => {
  it('is the safe one where nothing is set', () => {
    expect(policyFor(SettingsSchema.parse({}), REAL)).toMatchObject({
      callTimeoutMs: 20_000,
      settleMs: 60_000,
      readBackSpacingMs: 60_000,
      failedLookMs: [10_000, 60_000, 300_000, 900_000, 3_600_000],
    });
  });

  it('never goes below the safe one on a real platform', () => {
    expect(policyFor(settings(500, 0, 0), REAL)).toMatchObject({
      callTimeoutMs: 20_000,
      settleMs: 60_000,
      readBackSpacingMs: 60_000,
      breaker: { pauseMs: 60_000 },
    });
  });

  it('settles at least twice as long as a call may take', () => {
    expect(policyFor(settings(90_000, 60_000, 60_000), REAL).settleMs).toBe(180_000);
  });

  it('is what the settings say for a shop on this machine, and the pauses shrink with it', () => {
    const policy = policyFor(settings(500, 600, 100), HERE);
    expect(policy).toMatchObject({ callTimeoutMs: 500, settleMs: 600, readBackSpacingMs: 100 });
    expect(policy.breaker.pauseMs).toBe(600);
    expect(policy.failedLookMs[0]).toBe(100);
  });

  it('gives a call for many orders twice the time, and settles twice as long as that', () => {
    expect(policyFor(SettingsSchema.parse({}), { ...REAL, mostPerCall: 100 })).toMatchObject({
      ordersPerCall: 20,
      callTimeoutMs: 20_000,
      batchTimeoutMs: 40_000,
      settleMs: 80_000,
    });
    expect(
      policyFor(SettingsSchema.parse({ 'outbox.ordersPerCall': 100 }), { ...REAL, mostPerCall: 50 }).ordersPerCall,
    ).toBe(50);
    expect(policyFor(SettingsSchema.parse({ 'outbox.ordersPerCall': 100 }), REAL).ordersPerCall).toBe(1);
  });

  it('spaces looks that cost money by a minute and ten, and then leaves it to a person', () => {
    const policy = policyFor(SettingsSchema.parse({}), { ...REAL, billed: true });
    expect(policy).toMatchObject({ failedLookMs: [60_000, 600_000], looksCost: true, maxAutoResends: 1 });
  });
});
