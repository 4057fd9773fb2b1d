/** Where a page of orders ends: the sorted time and the order, so that rows that come and go shift nothing. */
export type PageKey = { readonly at: number; readonly orderId: string; readonly shopId: string };

/** A key as the text that travels with a page. */
export const formatPageKey = ({ at, orderId, shopId }: PageKey): string => `${at}|${orderId}|${shopId}`;

/** The key inside such a text; null for anything else, which means the first page. */
export function parsePageKey(text: string | null): PageKey | null {
  const [at = '', orderId = '', ...shopId] = (text ?? '').split('|');
  return /^-?\d{1,16}$/.test(at) && shopId.length > 0 ? { at: Number(at), orderId, shopId: shopId.join('|') } : null;
}
