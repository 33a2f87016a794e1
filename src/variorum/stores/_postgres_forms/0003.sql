-- Rulings by their ids, and by the witnesses they are about.

ALTER TABLE rulings ADD COLUMN name TEXT COLLATE "C";
CREATE UNIQUE INDEX rulings_name ON rulings (name);
CREATE INDEX rulings_at ON rulings (at, id);

CREATE TABLE ruled (
    ruling BIGINT NOT NULL REFERENCES rulings (id),
    witness TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (witness, ruling)
);
CREATE TRIGGER ruled_fixed BEFORE UPDATE OR DELETE OR TRUNCATE ON ruled
FOR EACH STATEMENT EXECUTE FUNCTION refuse('rulings are only ever added');
