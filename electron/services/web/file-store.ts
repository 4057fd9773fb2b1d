/** The part of the backend that keeps files by id: imports on their way in, documents on their way out. */
export type FileStore = {
  /** Keeps a file and returns its id. */
  readonly put: (file: { readonly name: string; readonly bytes: Uint8Array }) => string;
  /** The file with its content type, or null where the id is unknown. */
  readonly get: (id: string) => { readonly name: string; readonly type: string; readonly bytes: Uint8Array } | null;
};
