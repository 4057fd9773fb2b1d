/** End of the chain: the number of the last entry and its hash. */
export type AuditHead = { readonly seq: number; readonly hash: string };

/** A key outside the database, and the entry it begins after: what is older rests on the chain up to `from`. */
export type AuditSigning = { readonly key: Uint8Array; readonly from: AuditHead };
