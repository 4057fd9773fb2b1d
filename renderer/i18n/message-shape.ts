/**
 * The keys of a Chinese message file with any wording: what its English twin has to fill. English may add `key_one`, which
 * i18next takes for a `count` of 1; Chinese has no such form.
 */
export type MessageShape<Messages> = {
  readonly [Key in keyof Messages]: Messages[Key] extends string ? string : MessageShape<Messages[Key]>;
} & { readonly [Key in keyof Messages & string as `${Key}_one`]?: string };
