import { z } from 'zod';

/** The five systems a shop can live on. The ids are written in shop files and in the database: never rename one. */
export const PlatformIdSchema = z.enum([
  'wechat-channels',
  'wechat-mini-shop',
  'douyin-fengchao',
  'wechat-dropship',
  'vv-tool',
]);
export type PlatformId = z.infer<typeof PlatformIdSchema>;
