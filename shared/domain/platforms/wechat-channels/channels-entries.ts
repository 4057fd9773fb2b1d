import { entriesFor } from '../wechat/code-row.ts';

/** Makes catalogue entries of this platform. */
export const channelsEntries = entriesFor('wechat-channels');
