import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isGtin } from '../../../shared/domain/barcode.ts';
import { WAYBILL_SHAPES } from '../../../shared/domain/carriers/waybill-shapes.ts';
import { commandDigits, quantityDigits, readControlCode } from '../../../shared/domain/commands/command-code.ts';
import { COMMANDS } from '../../../shared/domain/commands/command-list.ts';
import { luhnDigit } from '../../../shared/domain/commands/luhn.ts';

const codes = COMMANDS.flatMap(({ id }) => commandDigits(id) ?? []);
const quantity = fc.integer({ min: 1, max: 9_999 });
const controlCode = fc.oneof(fc.constantFrom(...codes), quantity.map(quantityDigits));

describe('the barcodes of the desk', () => {
  it('are the published digits', () => {
    expect(commandDigits('confirm')).toBe('9900010001');
    expect(commandDigits('new-package')).toBe('9900020000');
    expect(commandDigits('seal')).toBe('9900030009');
    expect(commandDigits('undo')).toBe('9900090003');
  });

  it('are all different and read back as what they are', () => {
    expect(new Set(codes).size).toBe(codes.length);
    for (const { id, number } of COMMANDS) {
      const digits = commandDigits(id);
      if (number === null) expect(digits).toBeNull();
      else expect(readControlCode(digits ?? '')).toEqual({ kind: 'command', id });
    }
  });

  it('carry any quantity from 1 to 9999', () => {
    fc.assert(
      fc.property(quantity, (pieces) => {
        expect(readControlCode(quantityDigits(pieces))).toEqual({ kind: 'quantity', quantity: pieces });
      }),
    );
    expect(readControlCode(quantityDigits(0))).toBeNull();
    expect(readControlCode(quantityDigits(10_000))).toBeNull();
  });

  it('leave badges to whoever knows the people', () => {
    const digits = `990200042${luhnDigit('990200042')}`;
    expect(readControlCode(digits)).toEqual({ kind: 'badge', digits });
  });

  it('are no goods barcode, no waybill of today and no order number', () => {
    fc.assert(
      fc.property(controlCode, (code) => {
        expect(isGtin(code)).toBe(false);
        expect(WAYBILL_SHAPES.filter(({ usual }) => usual?.test(code) === true)).toEqual([]);
        expect(code).toHaveLength(10);
      }),
    );
  });

  it('are only taken whole: nothing before, behind or inside another number counts', () => {
    const digit = fc.stringMatching(/^[0-9A-Z]{1,8}$/);
    fc.assert(
      fc.property(controlCode, digit, fc.boolean(), (code, more, front) => {
        expect(readControlCode(front ? more + code : code + more)).toBeNull();
      }),
    );
  });

  it('do not survive one wrong digit', () => {
    fc.assert(
      fc.property(controlCode, fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 9 }), (code, at, shift) => {
        const wrong = String((Number(code[at]) + shift) % 10);
        expect(readControlCode(code.slice(0, at) + wrong + code.slice(at + 1))).toBeNull();
      }),
    );
  });
});
