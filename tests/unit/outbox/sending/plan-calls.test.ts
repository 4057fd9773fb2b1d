import { describe, expect, it } from 'vitest';
import { planCalls } from '../../../../electron/services/outbox/sending/plan-calls.ts';

/** Heads by name: `s…` may share, `S…` may share and is late, `a…` goes alone, `A…` alone and late. */
const plan = (names: string, calls: number, ordersPerCall: number): readonly string[] =>
  planCalls(
    names.split(' ').map((lane, seq) => ({ lane, seq, createdAtMs: 0 })),
    {
      calls,
      ordersPerCall,
      looksFirst: ({ lane }) => lane.startsWith(lane[0]?.toUpperCase() ?? '-'),
      mayShare: ({ lane }) => /^s/i.test(lane),
    },
  ).map(({ looked, heads }) => `${looked ? 'late ' : ''}${heads.map(({ lane }) => lane).join('+')}`);

describe('Lane heads', () => {
  it('fill one call before the next is opened', () => {
    expect(plan('s1 s2 s3 s4 s5', 4, 2)).toEqual(['s1+s2', 's3+s4', 's5']);
  });

  it('go alone where they may not share, or where a call holds one', () => {
    expect(plan('s1 a2 s3 a4', 4, 20)).toEqual(['s1+s3', 'a2', 'a4']);
    expect(plan('s1 s2 s3', 4, 1)).toEqual(['s1', 's2', 's3']);
  });

  it('never mix what has to be looked up first with what has not', () => {
    expect(plan('S1 s2 S3 s4 A5', 4, 20)).toEqual(['late S1+S3', 's2+s4', 'late A5']);
  });

  it('take no more calls than are free, and the longest due come first', () => {
    expect(plan('a1 s2 a3 s4 s5 s6', 2, 3)).toEqual(['a1', 's2+s4+s5']);
    expect(plan('s1 s2 s3', 1, 2)).toEqual(['s1+s2']);
  });
});
