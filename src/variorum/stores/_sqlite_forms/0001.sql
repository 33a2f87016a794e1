-- The library: what arrived, what was read out of it, and what was made of that.

CREATE TABLE runs (
    id INTEGER PRIMARY KEY,
    started TEXT NOT NULL,
    finished TEXT,
    variorum TEXT NOT NULL,
    made_with TEXT NOT NULL
);

-- Files that were taken in whole: a second run passes them over.
CREATE TABLE inputs (
    sha256 TEXT PRIMARY KEY,
    source TEXT NOT NULL,
    run INTEGER NOT NULL REFERENCES runs (id)
);

CREATE TABLE captures (
    id INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL UNIQUE,
    media_type TEXT,
    date_basis TEXT NOT NULL,
    size INTEGER NOT NULL,
    data BLOB NOT NULL
);

-- Every name under which the bytes of a capture came.
CREATE TABLE sightings (
    capture INTEGER NOT NULL REFERENCES captures (id) ON DELETE CASCADE,
    source TEXT NOT NULL,
    run INTEGER NOT NULL REFERENCES runs (id),
    PRIMARY KEY (source, capture)
) WITHOUT ROWID;
CREATE INDEX sightings_capture ON sightings (capture);

CREATE TABLE articles (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    capture INTEGER NOT NULL REFERENCES captures (id) ON DELETE CASCADE,
    source TEXT NOT NULL,
    address TEXT,
    version INTEGER NOT NULL,
    current INTEGER NOT NULL,
    day TEXT,
    outlet TEXT,
    title TEXT,
    made_with TEXT NOT NULL,
    facts TEXT NOT NULL,
    UNIQUE (address, version)
);
CREATE INDEX articles_capture ON articles (capture);
CREATE INDEX articles_source ON articles (source);

CREATE TABLE texts (
    article INTEGER PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
    text TEXT NOT NULL
);

CREATE VIRTUAL TABLE searchable USING fts5 (
    text, content = 'texts', content_rowid = 'article', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER texts_in AFTER INSERT ON texts BEGIN
    INSERT INTO searchable (rowid, text) VALUES (new.article, new.text);
END;
CREATE TRIGGER texts_out AFTER DELETE ON texts BEGIN
    INSERT INTO searchable (searchable, rowid, text) VALUES ('delete', old.article, old.text);
END;
CREATE TRIGGER texts_fixed BEFORE UPDATE ON texts BEGIN
    SELECT RAISE (ABORT, 'a text is never changed');
END;

-- What was found in an article; "key" is a hash of the article as it was read and of the reader.
CREATE TABLE annotations (
    article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    key TEXT NOT NULL,
    data BLOB NOT NULL,
    PRIMARY KEY (article, key)
);

-- "key" is a hash of the encoder and of the text it read.
CREATE TABLE embeddings (
    article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    key BLOB NOT NULL,
    vector BLOB NOT NULL,
    PRIMARY KEY (key, article)
) WITHOUT ROWID;
CREATE INDEX embeddings_article ON embeddings (article);

CREATE TABLE names (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    folded TEXT NOT NULL
);
CREATE TABLE named (
    name INTEGER NOT NULL REFERENCES names (id),
    kind TEXT NOT NULL,
    article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    PRIMARY KEY (name, kind, article)
) WITHOUT ROWID;
CREATE INDEX named_article ON named (article);

CREATE TABLE stories (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    into_story TEXT,
    stale INTEGER NOT NULL,
    title TEXT,
    first TEXT,
    last TEXT,
    articles INTEGER NOT NULL
);
CREATE INDEX stories_last ON stories (last);
CREATE INDEX stories_stale ON stories (stale) WHERE stale;

CREATE TABLE sketches (
    id INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    day TEXT,
    facts TEXT NOT NULL,
    vector BLOB NOT NULL,
    UNIQUE (article, start, stop)
);
CREATE INDEX sketches_day ON sketches (day);
CREATE TABLE memberships (
    sketch INTEGER PRIMARY KEY REFERENCES sketches (id) ON DELETE CASCADE,
    story INTEGER NOT NULL REFERENCES stories (id) ON DELETE CASCADE
);
CREATE INDEX memberships_story ON memberships (story);
CREATE TABLE moves (
    id INTEGER PRIMARY KEY,
    run INTEGER NOT NULL REFERENCES runs (id),
    kind TEXT NOT NULL,
    article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    story TEXT,
    before TEXT,
    score REAL,
    reasons TEXT NOT NULL
);
CREATE INDEX moves_article ON moves (article);

CREATE TABLE records (
    story INTEGER PRIMARY KEY REFERENCES stories (id) ON DELETE CASCADE,
    digest TEXT NOT NULL,
    data BLOB NOT NULL
);
CREATE TABLE changes (
    id INTEGER PRIMARY KEY,
    story INTEGER NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
    run INTEGER NOT NULL REFERENCES runs (id),
    at TEXT NOT NULL,
    data BLOB NOT NULL,
    told BLOB NOT NULL
);
CREATE INDEX changes_at ON changes (at);
CREATE INDEX changes_story ON changes (story);

-- The decisions of persons: nothing in it is ever changed or taken out.
CREATE TABLE rulings (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    data TEXT NOT NULL
);
CREATE TRIGGER rulings_fixed BEFORE UPDATE ON rulings BEGIN
    SELECT RAISE (ABORT, 'rulings are only ever added');
END;
CREATE TRIGGER rulings_kept BEFORE DELETE ON rulings BEGIN
    SELECT RAISE (ABORT, 'rulings are only ever added');
END;

CREATE TABLE rejections (
    id INTEGER PRIMARY KEY,
    run INTEGER NOT NULL REFERENCES runs (id),
    source TEXT NOT NULL,
    stage TEXT NOT NULL,
    reason TEXT NOT NULL,
    UNIQUE (source, stage, reason)
);

-- Counts every write that moves articles between stories, so that a second writer is noticed.
CREATE TABLE sorting (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    turn INTEGER NOT NULL
);
INSERT INTO sorting (id, turn) VALUES (1, 0);
