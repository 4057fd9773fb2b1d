import type { Database } from 'better-sqlite3';
import type { Role } from '../../../shared/contract/define.ts';

/** A person as stored. `pinHash` never leaves this folder. */
export type Operator = {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly badgeNumber: number;
  readonly active: boolean;
  readonly pinHash: string;
  readonly triesInRow: number;
  readonly triesInAll: number;
  readonly createdAtMs: number;
};

/** The only SQL on `operator`. */
export type OperatorStore = {
  /** By name; deactivated ones too. */
  readonly list: () => readonly Operator[];
  readonly get: (id: string) => Operator | null;
  /** The person a badge number belongs to now. */
  readonly byBadge: (badgeNumber: number) => Operator | null;
  readonly byName: (name: string) => Operator | null;
  readonly insert: (operator: Omit<Operator, 'active' | 'triesInRow' | 'triesInAll'>) => void;
  readonly update: (operator: Pick<Operator, 'id' | 'name' | 'role' | 'active' | 'badgeNumber'>) => void;
  /** A new PIN starts with no wrong tries. */
  readonly setPin: (id: string, pinHash: string) => void;
  readonly setTries: (id: string, inRow: number, inAll: number) => void;
  /** Runs in one transaction; a throw rolls all back. */
  readonly transaction: <Value>(work: () => Value) => Value;
};

type Row = {
  id: string;
  name: string;
  role: Role;
  badge_number: number;
  active: number;
  pin_hash: string;
  tries_in_row: number;
  tries_in_all: number;
  created_at_ms: number;
};

const fromRow = (row: Row): Operator => ({
  id: row.id,
  name: row.name,
  role: row.role,
  badgeNumber: row.badge_number,
  active: row.active === 1,
  pinHash: row.pin_hash,
  triesInRow: row.tries_in_row,
  triesInAll: row.tries_in_all,
  createdAtMs: row.created_at_ms,
});

/** Opens the people of this desk over their table. */
export function createOperatorStore(database: Database): OperatorStore {
  const all = database.prepare<[], Row>('SELECT * FROM operator ORDER BY name');
  const byId = database.prepare<[string], Row>('SELECT * FROM operator WHERE id = ?');
  const byBadge = database.prepare<[number], Row>('SELECT * FROM operator WHERE badge_number = ?');
  const byName = database.prepare<[string], Row>('SELECT * FROM operator WHERE name = ?');
  const insert = database.prepare(
    `INSERT INTO operator (id, name, role, badge_number, pin_hash, created_at_ms)
     VALUES (@id, @name, @role, @badgeNumber, @pinHash, @createdAtMs)`,
  );
  const update = database.prepare(
    'UPDATE operator SET name = @name, role = @role, active = @active, badge_number = @badgeNumber WHERE id = @id',
  );
  const setPin = database.prepare('UPDATE operator SET pin_hash = ?, tries_in_row = 0, tries_in_all = 0 WHERE id = ?');
  const setTries = database.prepare('UPDATE operator SET tries_in_row = ?, tries_in_all = ? WHERE id = ?');
  const found = (row: Row | undefined): Operator | null => (row === undefined ? null : fromRow(row));
  return {
    list: () => all.all().map(fromRow),
    get: (id) => found(byId.get(id)),
    byBadge: (badgeNumber) => found(byBadge.get(badgeNumber)),
    byName: (name) => found(byName.get(name)),
    insert: (operator) => void insert.run(operator),
    update: ({ id, name, role, active, badgeNumber }) =>
      void update.run({ id, name, role, badgeNumber, active: active ? 1 : 0 }),
    setPin: (id, pinHash) => void setPin.run(pinHash, id),
    setTries: (id, inRow, inAll) => void setTries.run(inRow, inAll, id),
    transaction: (work) => database.transaction(work).immediate(),
  };
}
