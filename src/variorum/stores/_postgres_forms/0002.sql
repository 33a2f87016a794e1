-- What is known of addresses of the web since they were asked last. Times are seconds since 1970.

CREATE TABLE visits (
    url TEXT COLLATE "C" PRIMARY KEY,
    asked DOUBLE PRECISION NOT NULL,
    listing BIGINT NOT NULL,
    due DOUBLE PRECISION,
    updated DOUBLE PRECISION,
    answered TEXT COLLATE "C",
    etag TEXT COLLATE "C",
    last_modified TEXT COLLATE "C",
    failures BIGINT NOT NULL CHECK (failures >= 0),
    ttl BIGINT NOT NULL,
    skip_hours BIGINT NOT NULL
);
CREATE INDEX visits_answered ON visits USING hash (answered);

-- Hosts that failed, or that asked for rest.
CREATE TABLE hosts (
    host TEXT COLLATE "C" PRIMARY KEY,
    until DOUBLE PRECISION NOT NULL,
    failures BIGINT NOT NULL CHECK (failures >= 0)
);

-- Whether something that is known of an article was said by the list that names its page alone.
ALTER TABLE articles ADD COLUMN told BIGINT NOT NULL DEFAULT 0;
