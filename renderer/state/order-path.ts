/** Where the story of an order is shown. */
export const orderPath = ({ shopId, orderId }: { readonly shopId: string; readonly orderId: string }): string =>
  `/history/${encodeURIComponent(shopId)}/${encodeURIComponent(orderId)}`;
