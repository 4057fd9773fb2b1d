/** What makes it possible to forget what is old: an audit log that begins later, and no way to forget what is open. */
export const retention = {
  version: 11,
  sql: `
-- where the kept part of the audit log begins: the last entry that was let go, its hash, and a mark under the log's key
CREATE TABLE audit_anchor (
  one   INTEGER PRIMARY KEY CHECK (one = 1),
  seq   INTEGER NOT NULL,
  hash  TEXT NOT NULL,
  mac   TEXT NOT NULL
) STRICT;
CREATE TRIGGER audit_anchor_moves_on BEFORE UPDATE ON audit_anchor WHEN NEW.seq < OLD.seq
  BEGIN SELECT RAISE(ABORT, 'the audit log never begins earlier again'); END;
CREATE TRIGGER audit_anchor_stays BEFORE DELETE ON audit_anchor
  BEGIN SELECT RAISE(ABORT, 'the beginning of the audit log is kept'); END;

DROP TRIGGER audit_no_delete;
CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit WHEN OLD.seq > coalesce((SELECT seq FROM audit_anchor), 0)
  BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;

-- a result goes before its attempt, so that the evidence of an open package cannot be taken away bit by bit
CREATE TRIGGER attempt_is_kept BEFORE DELETE ON attempt
  WHEN (SELECT state FROM op_state WHERE op_seq = OLD.op_seq) NOT IN ('shipped', 'cancelled')
  BEGIN SELECT RAISE(ABORT, 'attempts of open ops are never deleted'); END;
CREATE TRIGGER attempt_result_is_kept BEFORE DELETE ON attempt_result
  WHEN (SELECT state FROM op_state WHERE op_seq = OLD.op_seq) NOT IN ('shipped', 'cancelled')
  BEGIN SELECT RAISE(ABORT, 'attempts of open ops are never deleted'); END;
CREATE TRIGGER read_back_is_kept BEFORE DELETE ON read_back
  WHEN (SELECT state FROM op_state WHERE op_seq = OLD.op_seq) NOT IN ('shipped', 'cancelled')
  BEGIN SELECT RAISE(ABORT, 'looks at open ops are never deleted'); END;
`,
} as const;
