import { z } from 'zod';
import { ACCESS, command, query, ROLES } from './define.ts';

export const RoleSchema = z.enum(ROLES);

/** Digits only, so that they can be typed on a number pad; which ones are too weak is the backend's to say. */
export const PinSchema = z.string().regex(/^\d{1,12}$/);

const id = z.string().min(1).max(80);
const name = z.string().trim().min(1).max(40);

/** A person as an admin sees them. Deactivated ones stay: their name is in the story of packages. */
export const OperatorViewSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  role: RoleSchema,
  active: z.boolean(),
  /** The whole code on the badge (PACK-STATION 4.7): `9902`, five digits, check digit. */
  badge: z.string(),
  /** `locked`: too many wrong tries in a row. `spent`: too many in all, only a new PIN helps. */
  pin: z.enum(['good', 'locked', 'spent']),
  createdAt: z.string(),
});
export type OperatorView = z.infer<typeof OperatorViewSchema>;

/**
 * Who stands at this window. `open`: nobody has been set up, the desk works as one admin. `locked`: signed in but away
 * too long; the bench stays as it is and scans are kept.
 */
export const SessionViewSchema = z.strictObject({
  state: z.enum(['open', 'signed-in', 'signed-out', 'locked']),
  operator: z.strictObject({ id: z.string(), name: z.string(), role: RoleSchema }).nullable(),
  /** What this window may do now; less than the person's own role until the PIN is given. */
  access: z.enum(ACCESS),
  /** Who can sign in here; names only. */
  people: z.array(z.strictObject({ id: z.string(), name: z.string(), mayApprove: z.boolean() })),
  /** Scans that came while nobody was signed in and nobody has decided about. */
  keptScans: z.int().nonnegative(),
});
export type SessionView = z.infer<typeof SessionViewSchema>;

export const KeptScanSchema = z.strictObject({ no: z.int().positive(), at: z.string(), text: z.string() });
export type KeptScan = z.infer<typeof KeptScanSchema>;

export const operatorsContract = {
  session: query('anyone', z.strictObject({}), SessionViewSchema),
  /** With a PIN: the person's own role. Wrong tries are counted and slowed down. */
  signIn: command('anyone', z.strictObject({ operatorId: id, pin: PinSchema }), SessionViewSchema),
  /** A badge and nothing else: a packer at most. `packing.scan` takes badges too, in turn with all other codes. */
  showBadge: command('anyone', z.strictObject({ code: z.string().max(64) }), SessionViewSchema),
  signOut: command('anyone', z.strictObject({}), SessionViewSchema),
  lock: command('anyone', z.strictObject({}), SessionViewSchema),
  /** A hand was on this desk just now. */
  stillHere: command('anyone', z.strictObject({}), z.strictObject({})),
  keptScans: query('packer', z.strictObject({}), z.array(KeptScanSchema)),
  /** Works off the kept scans in their order, up to the first that is refused; or drops them all. */
  settleKeptScans: command(
    'packer',
    z.strictObject({ take: z.boolean() }),
    z.strictObject({ taken: z.int().nonnegative(), left: z.int().nonnegative() }),
  ),
  list: query('supervisor', z.strictObject({}), z.array(OperatorViewSchema)),
  /** The first one must be an admin and is signed in at once. */
  add: command('admin', z.strictObject({ name, role: RoleSchema, pin: PinSchema }), OperatorViewSchema),
  change: command(
    'admin',
    z.strictObject({ id, name: name.optional(), role: RoleSchema.optional(), active: z.boolean().optional() }),
    OperatorViewSchema,
  ),
  /** A new PIN; also lifts what wrong tries have locked. */
  setPin: command('admin', z.strictObject({ id, pin: PinSchema }), OperatorViewSchema),
  setOwnPin: command('packer', z.strictObject({ pin: PinSchema, newPin: PinSchema }), z.strictObject({})),
  /** Ten new tries; the number of tries in all goes on counting. */
  unlockPin: command('supervisor', z.strictObject({ id }), OperatorViewSchema),
  /** Another number on the badge; the old badge is worth nothing from then on. */
  renewBadge: command('admin', z.strictObject({ id }), OperatorViewSchema),
  /** A sheet of badges to print, served through the file seam. */
  badgeSheet: command(
    'admin',
    z.strictObject({ ids: z.array(id).min(1).max(200), language: z.enum(['zh-CN', 'en']) }),
    z.strictObject({ fileId: z.string() }),
  ),
};
