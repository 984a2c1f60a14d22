-- SPDX-License-Identifier: GPL-3.0-or-later
-- Version 2: what is read is all that was written.

-- A seal also covers the small tables as they were when its command ended (app/store/state.h). Those of
-- version 1 don't: their state is empty.
ALTER TABLE seal ADD COLUMN state TEXT NOT NULL DEFAULT '';

CREATE INDEX attachment_of_source ON attachment (source);

-- A changeset has its SHA-256. Those of version 1 can't be applied to this version.
DELETE FROM undo;
ALTER TABLE undo ADD COLUMN sha256 TEXT NOT NULL DEFAULT '';

-- How many figures a period has, and the sum of the low 43 bits of their checksums: whoever reads them
-- counts again, because a page that was lost, or is of another time or book, is whole in itself.
CREATE TABLE tally (
  indicator INTEGER NOT NULL,
  period INTEGER NOT NULL,
  n INTEGER NOT NULL CHECK (n > 0),
  sum INTEGER NOT NULL,
  PRIMARY KEY (indicator, period)
) STRICT, WITHOUT ROWID;

INSERT INTO tally (indicator, period, n, sum)
SELECT indicator, period, count(*), sum(checksum & 8796093022207) FROM figure
GROUP BY indicator, period;

-- What was issued is repeated in words, as in the other tables that no panel checks.
CREATE TABLE bulletin_rank_2 (
  bulletin INTEGER NOT NULL REFERENCES bulletin (id),
  indicator INTEGER NOT NULL REFERENCES indicator (id),
  ranked_by TEXT NOT NULL,
  place INTEGER NOT NULL REFERENCES place (id),
  rank INTEGER NOT NULL CHECK (rank BETWEEN 1 AND 65535),
  value INTEGER CHECK (value BETWEEN -100000000000000000 AND 100000000000000000),
  bottom INTEGER NOT NULL CHECK (bottom IN (0, 1)),
  tied INTEGER NOT NULL CHECK (tied IN (0, 1)),
  source INTEGER NOT NULL REFERENCES source (id),
  echo TEXT NOT NULL CHECK (echo = bulletin || ' ' || indicator || ' ' || ranked_by || ' ' || place
    || ' ' || rank || ' ' || ifnull (value, '-') || ' ' || bottom || ' ' || tied),
  PRIMARY KEY (bulletin, indicator, ranked_by, place)
) STRICT, WITHOUT ROWID;

INSERT INTO bulletin_rank_2
SELECT bulletin, indicator, ranked_by, place, rank, value, bottom, tied, source,
  bulletin || ' ' || indicator || ' ' || ranked_by || ' ' || place || ' ' || rank || ' '
    || ifnull (value, '-') || ' ' || bottom || ' ' || tied
FROM bulletin_rank;

DROP TABLE bulletin_rank;
ALTER TABLE bulletin_rank_2 RENAME TO bulletin_rank;
