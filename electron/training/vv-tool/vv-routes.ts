import { withBody, type AdminRoutes } from '../admin/admin-route.ts';
import { jsonReply } from '../core/reply.ts';
import { VvChangeSchema, type VvDesk } from './vv-desk.ts';

/** Looking at and changing money, pace and rights of the practice account. */
export const vvRoutes = ({ desk }: { desk: VvDesk }): AdminRoutes => ({
  'GET /__training/vv-tool': () => jsonReply(desk.view()),
  'POST /__training/vv-tool/change': (call) =>
    withBody(VvChangeSchema, call, (change) => {
      desk.change(change);
      desk.rate.reset();
      return jsonReply(desk.view());
    }),
});
