/** The keys of a Chinese message file with any wording: what its English twin has to fill. */
export type MessageShape<Messages> = {
  readonly [Key in keyof Messages]: Messages[Key] extends string ? string : MessageShape<Messages[Key]>;
};
