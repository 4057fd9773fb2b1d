import { createHash } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { evidenceZip } from '../../../../../renderer/screens/history/evidence.ts';
import type { OrderStory } from '../../../../../shared/contract/history.ts';
import { opRow, opStory } from '../../../../support/office-data.ts';
import { jpeg } from '../../../photos/photo-desk.ts';

const taken = { takenAt: '2026-11-21T08:00:00.000Z', takenBy: 'Mei', bytes: 9 };
const HASH = 'a'.repeat(64);
const story: OrderStory = {
  ...{ shopId: 's1', shop: 'Tea', orderId: '3705115058471208928', order: null, orderAsOf: null, held: null },
  packages: [
    { ...opStory({ row: opRow({ id: 'op-1' }) }), photo: { state: 'kept', ...taken, sha256: HASH } },
    { ...opStory({ row: opRow({ id: 'op-2' }) }), photo: { state: 'kept', ...taken, sha256: HASH } },
    { ...opStory({ row: opRow({ id: 'op-3' }) }), photo: { state: 'none', why: 'no-camera', excused: true } },
  ],
  scans: [],
};

it('the evidence of an order holds its story, its photos, and the hash of each file beside the one taken down', async () => {
  const zip = await evidenceZip({
    story,
    open: async (opId) =>
      opId === 'op-1' ? { finding: 'changed', address: '/files/1' } : { finding: 'missing', address: null },
    read: async () => jpeg(),
  });
  const files = unzipSync(new Uint8Array(await zip.arrayBuffer()));
  expect(Object.keys(files).toSorted()).toEqual(['order.json', 'photo-1.jpg', 'scans.json', 'sha256.txt']);
  const sums = strFromU8(files['sha256.txt'] ?? new Uint8Array());
  for (const name of ['order.json', 'scans.json', 'photo-1.jpg'])
    expect(sums).toContain(
      `${createHash('sha256')
        .update(files[name] ?? '')
        .digest('hex')}  ${name}\n`,
    );
  expect(sums).toContain(`${HASH}  photo-1.jpg  taken ${taken.takenAt}: changed`);
  expect(sums).toContain(`${HASH}  photo-2.jpg  taken ${taken.takenAt}: missing`);
  expect(strFromU8(files['order.json'] ?? new Uint8Array())).toContain('"why": "no-camera"');
});
