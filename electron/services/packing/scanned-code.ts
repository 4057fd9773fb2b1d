import type { Symbology } from '../../../shared/domain/symbology.ts';

/** A code without its frame, and what kind of barcode the scanner says it was, where it says so. */
export type ScannedCode = { readonly code: string; readonly symbology: Symbology | null };
