import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { contract } from '../../shared/contract/index.ts';
import type { Procedure } from '../../shared/contract/define.ts';
import { openDesk } from '../outbox/outbox-desk.ts';

/** Words a receiver's name, phone or address would be kept under. `receiver_note` is the shop's own remark for packing. */
const PERSONAL =
  /receiver|consignee|recipient|buyer_?name|phone|mobile|tel(ephone)?$|address|province|district|street|id_?card|收件|收货/i;
const NOTE = /^receiver_?note$/i;
/** Addresses of machines, and of a shop's interface; `addressId` of a platform names no person and is not kept. */
const MACHINE = /^(base_?url|ip_?address|address_?id)$/i;

const isPersonal = (name: string): boolean => PERSONAL.test(name) && !NOTE.test(name) && !MACHINE.test(name);

describe('of a receiver nothing is kept', () => {
  test('no table of the database has a column for a name, a phone or an address', () => {
    const { database } = openDesk();
    const columns = database
      .prepare(
        `SELECT m.name || '.' || c.name AS path, c.name AS name FROM sqlite_schema m, pragma_table_info(m.name) c WHERE m.type = 'table'`,
      )
      .all() as { path: string; name: string }[];
    expect(columns.length).toBeGreaterThan(60);
    expect(columns.filter(({ name }) => isPersonal(name)).map(({ path }) => path)).toEqual([]);
  });

  test('no procedure gives or takes one', () => {
    const names = Object.values(contract).flatMap((procedures) =>
      Object.values(procedures as Record<string, Procedure>).flatMap(({ input, output }) => [
        ...keysOf(z.toJSONSchema(input, { io: 'input' })),
        ...keysOf(z.toJSONSchema(output, { io: 'output' })),
      ]),
    );
    expect(names.length).toBeGreaterThan(200);
    expect([...new Set(names.filter(isPersonal))]).toEqual([]);
  });

  test('and a column that would keep one is found', () => {
    for (const name of ['receiver_name', 'receiverPhone', 'mobile', 'ship_address', 'consignee', '收件人'])
      expect(isPersonal(name), name).toBe(true);
    for (const name of ['receiver_note', 'shop_id', 'base_url', 'telling']) expect(isPersonal(name), name).toBe(false);
  });
});

/** Names of every property anywhere in a JSON schema. */
function keysOf(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const own =
    'properties' in schema && typeof schema.properties === 'object' ? Object.keys(schema.properties ?? {}) : [];
  return [...own, ...Object.values(schema).flatMap(keysOf)];
}
