import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

const ChosenSchema = z.strictObject({
  type: z.enum(['serial', 'hid']),
  vendorId: z.string(),
  productId: z.string(),
  serialNumber: z.string(),
});
type Chosen = z.infer<typeof ChosenSchema>;

/** The scanners and scales a person chose, remembered over restarts in a file of the data folder. */
export type ChosenDevices = {
  readonly has: (type: string, device: object) => boolean;
  readonly add: (type: Chosen['type'], device: object) => void;
};

/** At most this many, the newest: a bench has one scanner and one scale. */
const KEPT = 16;

/** Opens the memory; a file that is missing or not ours is an empty one. */
export function openChosenDevices(file: string): ChosenDevices {
  let chosen = read(file);
  const same = (one: Chosen, other: Chosen): boolean => JSON.stringify(one) === JSON.stringify(other);
  return {
    has: (type, device) => {
      const asked = describe(type, device);
      return asked !== null && chosen.some((each) => same(each, asked));
    },
    add: (type, device) => {
      const added = describe(type, device);
      if (added === null || chosen.some((each) => same(each, added))) return;
      chosen = [added, ...chosen].slice(0, KEPT);
      writeFileSync(`${file}.new`, JSON.stringify(chosen), { mode: 0o600 });
      renameSync(`${file}.new`, file);
    },
  };
}

/** What a device is known by; null for one without a vendor, which cannot be told from another. */
function describe(type: string, device: object): Chosen | null {
  const { vendorId, productId, serialNumber } = device as Record<string, unknown>;
  const described = { type, vendorId: text(vendorId), productId: text(productId), serialNumber: text(serialNumber) };
  const parsed = ChosenSchema.safeParse(described);
  return parsed.success && parsed.data.vendorId !== '' ? parsed.data : null;
}

/** Serial ports tell their ids as text, HID devices as numbers. */
const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');

function read(file: string): readonly Chosen[] {
  try {
    const parsed = z.array(ChosenSchema).safeParse(JSON.parse(readFileSync(file, 'utf8')));
    return parsed.success ? parsed.data : [];
  } catch {
    return [];
  }
}
