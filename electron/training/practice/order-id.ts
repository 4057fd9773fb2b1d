import type { Random } from '../core/random.ts';

/**
 * An order number as the Channels shop gives it: 19 digits starting with 37. Only numbers that a JavaScript number
 * cannot hold are taken, so that a rounded id never finds an order by luck.
 */
export function practiceOrderId(random: Random): string {
  for (;;) {
    const id = `37${random.digits(17)}`;
    if (BigInt(Number(id)) !== BigInt(id)) return id;
  }
}
