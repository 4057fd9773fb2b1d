/** One drawing of the icon. */
export interface IconImage {
  /** Width and height in pixels. */
  readonly side: number;
  readonly png: Buffer;
}
