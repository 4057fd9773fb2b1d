import { z } from 'zod';
import { normaliseScan } from './barcode.ts';

/** What may reach the outbox as a waybill. The platforms' own checks are final; this only keeps rubbish out (RELIABILITY B1). */
export const WAYBILL_PATTERN = /^[0-9A-Z-]{6,40}$/;
export const WaybillSchema = z.string().regex(WAYBILL_PATTERN);

/** A scanned text in the form waybills are stored and compared in: half-width, no blanks, upper case. */
export const normaliseWaybill = (text: string): string => normaliseScan(text).replace(/\s+/g, '').toUpperCase();
