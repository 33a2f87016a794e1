-- What is known of addresses of the web since they were asked last. Times are seconds since 1970.

CREATE TABLE visits (
    url TEXT PRIMARY KEY,
    asked REAL NOT NULL,
    listing INTEGER NOT NULL,
    due REAL,
    updated REAL,
    answered TEXT,
    etag TEXT,
    last_modified TEXT,
    failures INTEGER NOT NULL CHECK (failures >= 0),
    ttl INTEGER NOT NULL,
    skip_hours INTEGER NOT NULL
);
CREATE INDEX visits_answered ON visits (answered);

-- Hosts that failed, or that asked for rest.
CREATE TABLE hosts (
    host TEXT PRIMARY KEY,
    until REAL NOT NULL,
    failures INTEGER NOT NULL CHECK (failures >= 0)
);

-- Whether something that is known of an article was said by the list that names its page alone.
ALTER TABLE articles ADD COLUMN told INTEGER NOT NULL DEFAULT 0;
