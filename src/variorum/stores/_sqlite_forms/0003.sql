-- Rulings by their ids, and by the witnesses they are about.

ALTER TABLE rulings ADD COLUMN name TEXT;
CREATE UNIQUE INDEX rulings_name ON rulings (name);
CREATE INDEX rulings_at ON rulings (at, id);

CREATE TABLE ruled (
    ruling INTEGER NOT NULL REFERENCES rulings (id),
    witness TEXT NOT NULL,
    PRIMARY KEY (witness, ruling)
) WITHOUT ROWID;
CREATE TRIGGER ruled_fixed BEFORE UPDATE ON ruled BEGIN
    SELECT RAISE (ABORT, 'rulings are only ever added');
END;
CREATE TRIGGER ruled_kept BEFORE DELETE ON ruled BEGIN
    SELECT RAISE (ABORT, 'rulings are only ever added');
END;
-- INSERT OR REPLACE would take out a row without asking the trigger that refuses to.
CREATE TRIGGER rulings_once BEFORE INSERT ON rulings
WHEN EXISTS (SELECT 1 FROM rulings WHERE id = new.id OR name = new.name) BEGIN
    SELECT RAISE (ABORT, 'rulings are only ever added');
END;
