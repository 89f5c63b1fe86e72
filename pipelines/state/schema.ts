/** `PRAGMA application_id` of `state.sqlite`: "OCST". */
export const STATE_APPLICATION_ID = 0x4f435354;

/** `PRAGMA user_version`: raised with every change of these tables; what an older file holds is carried over. */
export const STATE_VERSION = 5;

/**
 * What the runs remember. Whatever was parsed can be rebuilt from the archive; what is lost with this file is the
 * knowledge of what was asked when.
 */
export const STATE_SCHEMA = `
CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

-- One pass over the documents of a source. A round that was not finished is gone on with.
CREATE TABLE round (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  source_id TEXT NOT NULL,
  started_at TEXT NOT NULL,
  finished_at TEXT,
  -- When a run last came to its end without all documents; NULL where the run that is at it was killed, or still runs.
  tried_at TEXT,
  -- light: pages are spared that another document calls unchanged; partial: chosen documents are asked for.
  kind TEXT NOT NULL CHECK (kind IN ('full', 'light', 'partial'))
) STRICT;
CREATE INDEX round_source ON round (source_id, id);

-- The newest good capture of each document; validators belong to its reading.
CREATE TABLE document (
  url TEXT PRIMARY KEY,
  source_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  capture_id TEXT,
  etag TEXT,
  last_modified TEXT,
  checked_at TEXT,
  round_id INTEGER,
  -- Why it could not be renewed when it was last asked for; NULL where it could.
  trouble_kind TEXT,
  trouble_message TEXT,
  -- In how many rounds in a row its address was dead, and the last of them.
  gone_rounds INTEGER NOT NULL DEFAULT 0,
  gone_round_id INTEGER
) STRICT;
CREATE INDEX document_source ON document (source_id);

-- What a reader made of a body. A reading is good for one state of the program only.
CREATE TABLE reading (
  url TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  extract TEXT NOT NULL,
  remarks TEXT NOT NULL,
  -- SHA-256 over both: a page that changes where nothing is read has the same.
  digest TEXT NOT NULL,
  PRIMARY KEY (url, sha256)
) STRICT;

-- Documents that were refused, until one that is not takes their place.
CREATE TABLE quarantine (
  url TEXT PRIMARY KEY,
  source_id TEXT NOT NULL,
  capture_id TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  reason TEXT NOT NULL,
  since TEXT NOT NULL
) STRICT;

-- What a person let pass of documents that are now the last good ones, until a version tells it.
CREATE TABLE let_pass (
  rule TEXT NOT NULL,
  source_id TEXT NOT NULL,
  finding TEXT NOT NULL,
  reason TEXT NOT NULL,
  accepted_by TEXT,
  accepted_at TEXT NOT NULL,
  PRIMARY KEY (rule, source_id, finding)
) STRICT;

CREATE TABLE budget (
  host TEXT NOT NULL,
  day TEXT NOT NULL,
  requests INTEGER NOT NULL,
  PRIMARY KEY (host, day)
) STRICT;

-- robots.txt of each host as it was last received.
CREATE TABLE robots (
  host TEXT PRIMARY KEY,
  text TEXT NOT NULL,
  etag TEXT,
  last_modified TEXT,
  fetched_at TEXT NOT NULL
) STRICT;

-- A digest of all that the latest version was made from: the same inputs need not be built again.
CREATE TABLE publication (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  version TEXT NOT NULL,
  inputs TEXT NOT NULL
) STRICT;

-- What the operator was last told: of the runs, of each source, of each decision that waits for a person.
CREATE TABLE told (
  subject TEXT PRIMARY KEY,
  state TEXT NOT NULL,
  since TEXT NOT NULL
) STRICT;

-- Notifications on their way, until they are delivered or given up.
CREATE TABLE notification (
  id TEXT NOT NULL,
  channel TEXT NOT NULL,
  created_at TEXT NOT NULL,
  message TEXT NOT NULL CHECK (json_valid(message)),
  attempts INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (id, channel)
) STRICT;

PRAGMA application_id = ${STATE_APPLICATION_ID};
PRAGMA user_version = ${STATE_VERSION};
`;
