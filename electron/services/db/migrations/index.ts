import { first } from './0001-first.ts';
import { scanLog } from './0002-scan-log.ts';
import { shopCare } from './0003-shop-care.ts';
import { bench } from './0004-bench.ts';
import { operators } from './0005-operators.ts';
import { orderLabels } from './0006-order-labels.ts';
import { carrierAnswer } from './0007-carrier-answer.ts';
import { orderTouch } from './0008-order-touch.ts';
import { problemShelf } from './0009-problem-shelf.ts';
import { shift } from './0010-shift.ts';
import { retention } from './0011-retention.ts';
import { packageExtras } from './0012-package-extras.ts';
import { imei } from './0013-imei.ts';
import { photos } from './0014-photos.ts';
import { caseCodes } from './0015-case-codes.ts';
import { unreadOrder } from './0016-unread-order.ts';

/** One step of the schema: raises `user_version` to `version`. */
export type Migration = { readonly version: number; readonly sql: string };

/** All migrations, oldest first, numbered without gaps. */
export const migrations: readonly Migration[] = [
  first,
  scanLog,
  shopCare,
  bench,
  operators,
  orderLabels,
  carrierAnswer,
  orderTouch,
  problemShelf,
  shift,
  retention,
  packageExtras,
  imei,
  photos,
  caseCodes,
  unreadOrder,
];
