/** Goods of one parcel as the platform took them. */
export type ParcelItem = { readonly productId: string; readonly skuId: string; readonly quantity: number };

/** A parcel the platform counts as shipped. `deliverType` 3 is goods without courier: carrier and waybill are empty. */
export type Parcel = {
  readonly carrier: string;
  readonly waybill: string;
  readonly deliverType: number;
  readonly items: readonly ParcelItem[];
  readonly serialNumber?: string;
};
