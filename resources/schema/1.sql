-- SPDX-License-Identifier: GPL-3.0-or-later
-- The book, version 1 (DESIGN §5). Every table is STRICT, has a NOT NULL primary key, no generated
-- column and no CASCADE, so that the session extension can record it. The triggers that write the
-- change log are made from the tables' columns when a schema is complete (app/store/schema.c).
--
-- Periods are year * 12 + month - 1, days yyyymmdd, instants seconds since 1970 (UTC), amounts
-- integers in 10^-scale of the indicator's measure, shares millionths. A period of 0 means always.
-- Words in TEXT columns are those of the model's nicks; lists that may grow have no CHECK.
--
-- A checksum is a sum of the row's other columns; a missing amount counts as a number that no
-- amount can be, because a NULL inside would make the CHECK accept anything. SQLite does not look
-- at CHECKs when it reads, so app/store/checksum.h repeats the sums. Rows of words, which have no
-- sum in SQL, repeat themselves as one text instead: their echo.

-- The log: written once, never changed --------------------------------------------------------

CREATE TABLE command (
  id INTEGER NOT NULL PRIMARY KEY CHECK (id BETWEEN 1 AND 2147483647),
  at INTEGER NOT NULL,
  who TEXT NOT NULL,
  login TEXT NOT NULL,
  verb TEXT NOT NULL,
  reason TEXT,
  subject INTEGER REFERENCES command (id) -- the command that this one undoes or redoes
) STRICT;

-- Where rows came from: each command has one, an import one for each file.
CREATE TABLE source (
  id INTEGER NOT NULL PRIMARY KEY CHECK (id BETWEEN 1 AND 2147483647),
  command INTEGER NOT NULL REFERENCES command (id),
  file TEXT,
  sheet TEXT,
  sha256 TEXT
) STRICT;
CREATE INDEX source_of_command ON source (command);

-- What a row was before it was updated or deleted; key, old and new are text
-- (app/store/row-text.h). A row that undo or redo brings back has an empty old.
CREATE TABLE change (
  id INTEGER NOT NULL PRIMARY KEY,
  command INTEGER NOT NULL REFERENCES command (id),
  table_name TEXT NOT NULL,
  row_key TEXT NOT NULL,
  old TEXT NOT NULL,
  new TEXT
) STRICT;
CREATE INDEX change_of_row ON change (table_name, row_key);
CREATE INDEX change_of_command ON change (command);

-- SHA-256 in hex: of the command's figures, of its other rows, and of the chain up to here.
CREATE TABLE seal (
  command INTEGER NOT NULL PRIMARY KEY REFERENCES command (id),
  figures TEXT NOT NULL,
  records TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;

-- Files kept in the book, each once, by the SHA-256 of its bytes.
CREATE TABLE attachment (
  sha256 TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  content BLOB NOT NULL,
  source INTEGER NOT NULL REFERENCES source (id)
) STRICT;

-- What takes a command back: a changeset of the data tables. Old ones are dropped.
CREATE TABLE undo (
  command INTEGER NOT NULL PRIMARY KEY REFERENCES command (id),
  changeset BLOB NOT NULL
) STRICT;

CREATE TRIGGER command_refuses_update BEFORE UPDATE ON command
BEGIN
  SELECT raise (ABORT, 'the log is never changed');
END;
CREATE TRIGGER command_refuses_delete BEFORE DELETE ON command
BEGIN
  SELECT raise (ABORT, 'the log is never changed');
END;
CREATE TRIGGER source_refuses_update BEFORE UPDATE ON source
BEGIN
  SELECT raise (ABORT, 'the log is never changed');
END;
CREATE TRIGGER source_refuses_delete BEFORE DELETE ON source
BEGIN
  SELECT raise (ABORT, 'the log is never changed');
END;
CREATE TRIGGER change_refuses_update BEFORE UPDATE ON change
BEGIN
  SELECT raise (ABORT, 'the log is never changed');
END;
CREATE TRIGGER change_refuses_delete BEFORE DELETE ON change
BEGIN
  SELECT raise (ABORT, 'the log is never changed');
END;
CREATE TRIGGER seal_refuses_update BEFORE UPDATE ON seal
BEGIN
  SELECT raise (ABORT, 'the log is never changed');
END;
CREATE TRIGGER seal_refuses_delete BEFORE DELETE ON seal
BEGIN
  SELECT raise (ABORT, 'the log is never changed');
END;
CREATE TRIGGER attachment_refuses_update BEFORE UPDATE ON attachment
BEGIN
  SELECT raise (ABORT, 'an attachment is never changed');
END;
CREATE TRIGGER attachment_refuses_delete BEFORE DELETE ON attachment
BEGIN
  SELECT raise (ABORT, 'an attachment is never changed');
END;
CREATE TRIGGER undo_refuses_update BEFORE UPDATE ON undo
BEGIN
  SELECT raise (ABORT, 'the log is never changed');
END;

-- Places and people ------------------------------------------------------------------------------

CREATE TABLE place (
  id INTEGER NOT NULL PRIMARY KEY CHECK (id BETWEEN 1 AND 1000000),
  kind TEXT NOT NULL,
  code TEXT UNIQUE,
  group_name TEXT,
  position INTEGER NOT NULL,
  ranked INTEGER NOT NULL DEFAULT 1 CHECK (ranked IN (0, 1)),
  source INTEGER NOT NULL REFERENCES source (id),
  echo TEXT NOT NULL CHECK (echo = id || ' ' || kind || ' ' || ifnull (code, '-')
    || ' ' || ifnull (group_name, '-') || ' ' || position || ' ' || ranked)
) STRICT;
CREATE INDEX place_by_position ON place (position);

CREATE TABLE place_name (
  place INTEGER NOT NULL REFERENCES place (id),
  from_period INTEGER NOT NULL,
  name TEXT NOT NULL CHECK (name <> ''),
  source INTEGER NOT NULL REFERENCES source (id),
  echo TEXT NOT NULL CHECK (echo = place || ' ' || from_period || ' ' || name),
  PRIMARY KEY (place, from_period)
) STRICT, WITHOUT ROWID;

CREATE TABLE alias (
  place INTEGER NOT NULL REFERENCES place (id),
  name TEXT NOT NULL CHECK (name <> ''),
  source INTEGER NOT NULL REFERENCES source (id),
  echo TEXT NOT NULL CHECK (echo = place || ' ' || name),
  PRIMARY KEY (place, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE membership (
  place INTEGER NOT NULL REFERENCES place (id),
  parent INTEGER NOT NULL REFERENCES place (id),
  from_period INTEGER NOT NULL,
  to_period INTEGER, -- the last one; NULL while it lasts
  ranked INTEGER NOT NULL CHECK (ranked IN (0, 1)),
  in_total INTEGER NOT NULL CHECK (in_total IN (0, 1)),
  source INTEGER NOT NULL REFERENCES source (id),
  checksum INTEGER NOT NULL CHECK (checksum = place * 10000019 + parent * 1000003
    + from_period * 100003 + ifnull (to_period, -1) * 1009 + ranked * 3 + in_total * 5),
  PRIMARY KEY (place, parent, from_period),
  CHECK (place <> parent)
) STRICT, WITHOUT ROWID;

-- Merged, split and renamed places: many to many.
CREATE TABLE successor (
  place INTEGER NOT NULL REFERENCES place (id),
  successor INTEGER NOT NULL REFERENCES place (id),
  from_period INTEGER NOT NULL,
  source INTEGER NOT NULL REFERENCES source (id),
  echo TEXT NOT NULL CHECK (echo = place || ' ' || successor || ' ' || from_period),
  PRIMARY KEY (place, successor, from_period),
  CHECK (place <> successor)
) STRICT, WITHOUT ROWID;

CREATE TABLE person (
  id INTEGER NOT NULL PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  login TEXT UNIQUE,
  duty TEXT,
  place INTEGER REFERENCES place (id),
  active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
  source INTEGER NOT NULL REFERENCES source (id),
  echo TEXT NOT NULL CHECK (echo = id || ' ' || name || ' ' || ifnull (login, '-')
    || ' ' || ifnull (duty, '-') || ' ' || ifnull (place, '-') || ' ' || active)
) STRICT;

CREATE TABLE book (
  id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
  uuid TEXT NOT NULL,
  home INTEGER NOT NULL REFERENCES place (id),
  sample INTEGER NOT NULL CHECK (sample IN (0, 1)),
  source INTEGER NOT NULL REFERENCES source (id),
  echo TEXT NOT NULL CHECK (echo = id || ' ' || uuid || ' ' || home || ' ' || sample)
) STRICT;

CREATE TABLE setting (
  key TEXT NOT NULL,
  from_period INTEGER NOT NULL,
  value TEXT NOT NULL,
  source INTEGER NOT NULL REFERENCES source (id),
  echo TEXT NOT NULL CHECK (echo = key || ' ' || from_period || ' ' || value),
  PRIMARY KEY (key, from_period)
) STRICT, WITHOUT ROWID;

-- Indicators and numbers -------------------------------------------------------------------------

CREATE TABLE indicator (
  id INTEGER NOT NULL PRIMARY KEY CHECK (id BETWEEN 1 AND 65535),
  code TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL CHECK (name <> ''),
  measure TEXT NOT NULL,
  shown_measure TEXT NOT NULL,
  shown_shift INTEGER NOT NULL CHECK (shown_shift BETWEEN 0 AND 9),
  scale INTEGER NOT NULL CHECK (scale BETWEEN 0 AND 9),
  decimals INTEGER NOT NULL CHECK (decimals BETWEEN 0 AND 9),
  kind TEXT NOT NULL,
  direction TEXT NOT NULL,
  calendar TEXT NOT NULL,
  growth_source TEXT NOT NULL,
  place_targets INTEGER NOT NULL CHECK (place_targets IN (0, 1)),
  position INTEGER NOT NULL,
  active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
  source INTEGER NOT NULL REFERENCES source (id),
  echo TEXT NOT NULL CHECK (echo = id || ' ' || code || ' ' || name || ' ' || measure
    || ' ' || shown_measure || ' ' || shown_shift || ' ' || scale || ' ' || decimals
    || ' ' || kind || ' ' || direction || ' ' || calendar || ' ' || growth_source
    || ' ' || place_targets || ' ' || position || ' ' || active)
) STRICT;

-- Stored integers mean something else at another scale.
CREATE TRIGGER indicator_scale_is_fixed BEFORE UPDATE OF scale ON indicator
WHEN old.scale <> new.scale AND (EXISTS (SELECT 1 FROM figure WHERE indicator = old.id)
  OR EXISTS (SELECT 1 FROM target WHERE indicator = old.id))
BEGIN
  SELECT raise (ABORT, 'the scale of an indicator is fixed once it has figures');
END;

CREATE TABLE figure (
  indicator INTEGER NOT NULL REFERENCES indicator (id),
  period INTEGER NOT NULL CHECK (period BETWEEN 23388 AND 26399), -- 1949 to 2199
  place INTEGER NOT NULL REFERENCES place (id),
  value INTEGER CHECK (value BETWEEN -100000000000000000 AND 100000000000000000),
  base INTEGER CHECK (base BETWEEN -100000000000000000 AND 100000000000000000),
  growth INTEGER CHECK (growth BETWEEN -100000000000000000 AND 100000000000000000),
  status INTEGER NOT NULL CHECK (status BETWEEN 1 AND 3), -- 预计, 初步, 审定
  source INTEGER NOT NULL REFERENCES source (id),
  source_row INTEGER NOT NULL CHECK (source_row BETWEEN 0 AND 2147483647),
  checksum INTEGER NOT NULL CHECK (checksum = ifnull (value, 100000000000000003) * 3
    + ifnull (base, 100000000000000003) * 5 + ifnull (growth, 100000000000000003) * 7
    + indicator * 1000000007 + period * 100000007 + place * 10000019 + status * 1000003
    + source * 100003 + source_row * 1009),
  PRIMARY KEY (indicator, period, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE target (
  indicator INTEGER NOT NULL REFERENCES indicator (id),
  place INTEGER NOT NULL REFERENCES place (id),
  year INTEGER NOT NULL CHECK (year BETWEEN 1949 AND 2199),
  tier INTEGER NOT NULL CHECK (tier BETWEEN 0 AND 2), -- 签订, 调整, 奋斗
  effective INTEGER NOT NULL CHECK (effective BETWEEN 19490101 AND 21991231),
  value INTEGER NOT NULL CHECK (value BETWEEN -100000000000000000 AND 100000000000000000),
  document TEXT,
  source INTEGER NOT NULL REFERENCES source (id),
  checksum INTEGER NOT NULL CHECK (checksum = value * 3 + indicator * 1000000007 + year * 100000007
    + place * 10000019 + effective * 1000003 + tier * 100003 + source * 1009),
  PRIMARY KEY (indicator, place, year, tier, effective)
) STRICT, WITHOUT ROWID;

CREATE TABLE plan (
  indicator INTEGER NOT NULL REFERENCES indicator (id),
  year INTEGER NOT NULL CHECK (year BETWEEN 1949 AND 2199),
  month INTEGER NOT NULL CHECK (month BETWEEN 1 AND 12),
  share INTEGER NOT NULL CHECK (share BETWEEN 0 AND 1000000),
  source INTEGER NOT NULL REFERENCES source (id),
  checksum INTEGER NOT NULL CHECK (checksum = share * 3 + indicator * 1000000007 + year * 100000007
    + month * 10000019 + source * 1009),
  PRIMARY KEY (indicator, year, month)
) STRICT, WITHOUT ROWID;

-- The note that closed a question about a figure (需要核实).
CREATE TABLE verification (
  id INTEGER NOT NULL PRIMARY KEY,
  indicator INTEGER NOT NULL REFERENCES indicator (id),
  period INTEGER NOT NULL,
  place INTEGER NOT NULL REFERENCES place (id),
  topic TEXT NOT NULL,
  note TEXT NOT NULL,
  person INTEGER REFERENCES person (id),
  noted_on INTEGER NOT NULL,
  source INTEGER NOT NULL REFERENCES source (id),
  echo TEXT NOT NULL CHECK (echo = id || ' ' || indicator || ' ' || period || ' ' || place
    || ' ' || topic || ' ' || note || ' ' || ifnull (person, '-') || ' ' || noted_on)
) STRICT;

-- What the columns of an office's own sheets mean, by name.
CREATE TABLE sheet_mapping (
  name TEXT NOT NULL PRIMARY KEY,
  content TEXT NOT NULL,
  source INTEGER NOT NULL REFERENCES source (id),
  echo TEXT NOT NULL CHECK (echo = name || ' ' || content)
) STRICT;

-- The month's work and what was issued -----------------------------------------------------------

CREATE TABLE month_state (
  period INTEGER NOT NULL,
  state TEXT NOT NULL,
  entered_on INTEGER NOT NULL,
  note TEXT,
  source INTEGER NOT NULL REFERENCES source (id),
  echo TEXT NOT NULL CHECK (echo = period || ' ' || state || ' ' || entered_on
    || ' ' || ifnull (note, '-')),
  PRIMARY KEY (period, state)
) STRICT, WITHOUT ROWID;

CREATE TABLE draft (
  id INTEGER NOT NULL PRIMARY KEY,
  period INTEGER NOT NULL,
  number INTEGER NOT NULL, -- 第3稿
  saved_at INTEGER NOT NULL,
  wording TEXT NOT NULL,
  source INTEGER NOT NULL REFERENCES source (id),
  echo TEXT NOT NULL CHECK (echo = id || ' ' || period || ' ' || number || ' ' || saved_at
    || ' ' || wording),
  UNIQUE (period, number)
) STRICT;

CREATE TABLE bulletin (
  id INTEGER NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL, -- bulletin or correction
  corrects INTEGER REFERENCES bulletin (id),
  number TEXT, -- 文号
  title TEXT NOT NULL,
  period INTEGER NOT NULL,
  issued_on INTEGER NOT NULL,
  summary TEXT,
  wording TEXT NOT NULL,
  settings TEXT NOT NULL,
  seal TEXT NOT NULL, -- the head of the chain that it prints
  document TEXT REFERENCES attachment (sha256), -- the PDF
  source INTEGER NOT NULL REFERENCES source (id),
  echo TEXT NOT NULL CHECK (echo = id || ' ' || kind || ' ' || ifnull (corrects, '-')
    || ' ' || ifnull (number, '-') || ' ' || title || ' ' || period || ' ' || issued_on
    || ' ' || ifnull (summary, '-') || ' ' || wording || ' ' || settings || ' ' || seal
    || ' ' || ifnull (document, '-'))
) STRICT;

-- The numbers as they were issued: target is the one assessed, share the plan's.
CREATE TABLE bulletin_figure (
  bulletin INTEGER NOT NULL REFERENCES bulletin (id),
  indicator INTEGER NOT NULL REFERENCES indicator (id),
  place INTEGER NOT NULL REFERENCES place (id),
  value INTEGER CHECK (value BETWEEN -100000000000000000 AND 100000000000000000),
  base INTEGER CHECK (base BETWEEN -100000000000000000 AND 100000000000000000),
  growth INTEGER CHECK (growth BETWEEN -100000000000000000 AND 100000000000000000),
  target INTEGER CHECK (target BETWEEN -100000000000000000 AND 100000000000000000),
  share INTEGER CHECK (share BETWEEN 0 AND 1000000),
  status INTEGER NOT NULL CHECK (status BETWEEN 0 AND 3),
  source INTEGER NOT NULL REFERENCES source (id),
  checksum INTEGER NOT NULL CHECK (checksum = ifnull (value, 100000000000000003) * 3
    + ifnull (base, 100000000000000003) * 5 + ifnull (growth, 100000000000000003) * 7
    + ifnull (target, 100000000000000003) * 11 + ifnull (share, -1) * 13
    + indicator * 1000000007 + bulletin * 100000007 + place * 10000019 + status * 1000003
    + source * 1009),
  PRIMARY KEY (bulletin, indicator, place)
) STRICT, WITHOUT ROWID;

-- The ranks as they were issued; value is what was ranked, in 10^-10.
CREATE TABLE bulletin_rank (
  bulletin INTEGER NOT NULL REFERENCES bulletin (id),
  indicator INTEGER NOT NULL REFERENCES indicator (id),
  ranked_by TEXT NOT NULL,
  place INTEGER NOT NULL REFERENCES place (id),
  rank INTEGER NOT NULL CHECK (rank BETWEEN 1 AND 65535),
  value INTEGER,
  bottom INTEGER NOT NULL CHECK (bottom IN (0, 1)),
  tied INTEGER NOT NULL CHECK (tied IN (0, 1)),
  source INTEGER NOT NULL REFERENCES source (id),
  checksum INTEGER NOT NULL CHECK (checksum = rank * 3 + bottom * 5 + tied * 7
    + indicator * 1000000007 + bulletin * 100000007 + place * 10000019 + source * 1009),
  PRIMARY KEY (bulletin, indicator, ranked_by, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE meeting (
  id INTEGER NOT NULL PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  held_on INTEGER NOT NULL,
  bulletin INTEGER REFERENCES bulletin (id),
  source INTEGER NOT NULL REFERENCES source (id),
  echo TEXT NOT NULL CHECK (echo = id || ' ' || name || ' ' || held_on
    || ' ' || ifnull (bulletin, '-'))
) STRICT;

-- Explanations asked of the bottom set and reviews of streaks. What happens to one is an event; a
-- named person decides.
CREATE TABLE review_case (
  id INTEGER NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL, -- explanation or review
  place INTEGER NOT NULL REFERENCES place (id),
  indicator INTEGER NOT NULL REFERENCES indicator (id),
  period INTEGER NOT NULL,
  bulletin INTEGER REFERENCES bulletin (id),
  due_on INTEGER,
  settings TEXT NOT NULL, -- those that put the place on the list
  source INTEGER NOT NULL REFERENCES source (id),
  echo TEXT NOT NULL CHECK (echo = id || ' ' || kind || ' ' || place || ' ' || indicator
    || ' ' || period || ' ' || ifnull (bulletin, '-') || ' ' || ifnull (due_on, '-')
    || ' ' || settings),
  UNIQUE (kind, place, indicator, period)
) STRICT;

CREATE TABLE case_event (
  id INTEGER NOT NULL PRIMARY KEY,
  review_case INTEGER NOT NULL REFERENCES review_case (id),
  kind TEXT NOT NULL, -- asked, received, accepted, returned, confirmed, postponed, dismissed
  happened_on INTEGER NOT NULL,
  due_on INTEGER,
  note TEXT,
  attachment TEXT REFERENCES attachment (sha256),
  person INTEGER REFERENCES person (id),
  source INTEGER NOT NULL REFERENCES source (id),
  echo TEXT NOT NULL CHECK (echo = id || ' ' || review_case || ' ' || kind || ' ' || happened_on
    || ' ' || ifnull (due_on, '-') || ' ' || ifnull (note, '-')
    || ' ' || ifnull (attachment, '-') || ' ' || ifnull (person, '-'))
) STRICT;

-- The evidence: growth and rank of every period as they were issued, in 10^-10.
CREATE TABLE case_period (
  review_case INTEGER NOT NULL REFERENCES review_case (id),
  period INTEGER NOT NULL,
  growth INTEGER CHECK (growth BETWEEN -100000000000000000 AND 100000000000000000),
  rank INTEGER CHECK (rank BETWEEN 1 AND 65535),
  n_ranked INTEGER NOT NULL CHECK (n_ranked BETWEEN 0 AND 65535),
  month_growth INTEGER CHECK (month_growth BETWEEN -100000000000000000 AND 100000000000000000),
  month_rank INTEGER CHECK (month_rank BETWEEN 1 AND 65535),
  source INTEGER NOT NULL REFERENCES source (id),
  checksum INTEGER NOT NULL CHECK (checksum = ifnull (growth, 100000000000000003) * 3
    + ifnull (month_growth, 100000000000000003) * 5 + ifnull (rank, -1) * 7
    + ifnull (month_rank, -1) * 11 + n_ranked * 13 + review_case * 1000003 + period * 100003
    + source * 1009),
  PRIMARY KEY (review_case, period)
) STRICT, WITHOUT ROWID;

CREATE TABLE scheme (
  id INTEGER NOT NULL PRIMARY KEY,
  name TEXT NOT NULL UNIQUE CHECK (name <> ''),
  from_period INTEGER NOT NULL,
  source INTEGER NOT NULL REFERENCES source (id),
  echo TEXT NOT NULL CHECK (echo = id || ' ' || name || ' ' || from_period)
) STRICT;

-- Weights and points in millionths of a point of 100 (PRACTICE R16).
CREATE TABLE scheme_part (
  scheme INTEGER NOT NULL REFERENCES scheme (id),
  indicator INTEGER NOT NULL REFERENCES indicator (id),
  rule TEXT NOT NULL, -- pace, rank, all-or-nothing, full-on-completion
  weight INTEGER NOT NULL CHECK (weight BETWEEN 0 AND 100000000),
  bonus INTEGER NOT NULL CHECK (bonus BETWEEN 0 AND 100000000), -- for each point above 100 %
  bonus_cap INTEGER NOT NULL CHECK (bonus_cap BETWEEN 0 AND 100000000),
  source INTEGER NOT NULL REFERENCES source (id),
  echo TEXT NOT NULL CHECK (echo = scheme || ' ' || indicator || ' ' || rule || ' ' || weight
    || ' ' || bonus || ' ' || bonus_cap),
  PRIMARY KEY (scheme, indicator)
) STRICT, WITHOUT ROWID;
