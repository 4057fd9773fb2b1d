import type { Ledger } from '../book/ledger.ts';
import { jsonReply } from '../core/reply.ts';
import type { AdminRoutes } from './admin-route.ts';
import { summarise } from './summary.ts';

/** Reading the judge's record: all of it, one kind, one order, or what came after a number. */
export const ledgerRoutes = ({ ledger }: { ledger: Ledger }): AdminRoutes => ({
  'GET /__training/ledger': ({ query }) => {
    const kind = query.get('kind');
    const orderId = query.get('orderId');
    const after = Number(query.get('after') ?? 0);
    const entries = ledger
      .read()
      .filter(
        (entry) =>
          entry.n > after &&
          (kind === null || entry.kind === kind) &&
          (orderId === null || ('orderId' in entry && entry.orderId === orderId)),
      );
    return jsonReply({ entries });
  },
  'GET /__training/summary': ({ query }) => jsonReply(summarise(ledger.read(), query.get('orderId'))),
});
