-- Which files speak at the period that is asked (design.md, Periods; domain.md §4, Accumulation).
CREATE TABLE family_source AS SELECT * FROM (VALUES
  ('reloc', 'targets'), ('reloc', 'projects'), ('reloc', 'households'), ('reloc', 'persons'),
  ('emp', 'persons'), ('emp', 'households'), ('emp', 'projects'),
  ('share', 'shares'), ('share', 'industryProjects'), ('share', 'projects'), ('share', 'households'),
  ('share', 'persons'),
  ('fund', 'fundLedger'), ('fund', 'fundParties'), ('fund', 'projects'), ('fund', 'households'),
  ('issue', 'issues'), ('issue', 'projects'), ('resp', 'responsibilities'), ('resp', 'projects'), ('resp', 'households'),
  ('site', 'projects'), ('site', 'households'),
  ('net', 'households'), ('net', 'persons'),
  ('ladder', 'households'), ('ladder', 'persons'), ('ladder', 'shares'),
  ('rpt', 'progressReports'), ('rpt', 'projects'), ('rpt', 'fundParties'), ('rpt', 'fundLedger')
) AS t(family, dataset);

-- The newest reported period inside the one asked, among equal days the longer; targets report none (R7), and what is
-- held against a progress report is reported where such a report is; the projects name the sites of employment only.
CREATE TABLE selected AS
SELECT DISTINCT ON (family, run, county)
  family, run, county, p.period, p.last_day, year(p.last_day) AS year
FROM part p JOIN family_source USING (dataset) JOIN asked a USING (run)
WHERE dataset <> 'targets' AND (family <> 'rpt' OR dataset = 'progressReports')
  AND (family <> 'emp' OR dataset <> 'projects') AND p.first_day >= a.first_day AND p.last_day <= a.last_day
ORDER BY family, run, county, p.last_day DESC, p.first_day ASC;

CREATE TABLE in_force AS
WITH candidate AS (
  SELECT s.family, p.*, CASE WHEN p.dataset = 'targets' THEN p.first_day ELSE p.last_day END AS effect
  FROM selected s JOIN family_source USING (family) JOIN part p USING (run, county, dataset)
  WHERE effect <= s.last_day
), ranked AS (
  SELECT *, row_number() OVER (
    PARTITION BY family, run, county, dataset ORDER BY effect DESC, last_day DESC, first_day ASC
  ) AS newest
  FROM candidate
)
SELECT family, run, county, dataset, part, first_day, last_day, data_date AS dd, -newest AS age
FROM ranked
WHERE newest = 1 OR dataset IN ('targets', 'shares', 'fundLedger', 'issues');

-- 旬 have numbers: three a month.
CREATE MACRO xun_of(d) AS (year(d) * 12 + month(d) - 1) * 3 + least(2, (day(d) - 1) // 10);
CREATE MACRO xun_end(x) AS CASE x % 3
  WHEN 2 THEN last_day(make_date(x // 36, x // 3 % 12 + 1, 1))
  ELSE make_date(x // 36, x // 3 % 12 + 1, x % 3 * 10 + 10) END;
CREATE MACRO months_back(d, n) AS CAST(d - to_months(n) AS DATE);

-- The projects file in force three 旬 before that of now; the newest persons file of the month before.
CREATE TABLE look_back AS
SELECT DISTINCT ON (f.family, f.run, f.county) f.family, f.run, f.county, f.dataset, p.part, p.data_date AS dd
FROM in_force f JOIN part p ON p.run = f.run AND p.county = f.county AND p.dataset = f.dataset
WHERE (f.family = 'reloc' AND f.dataset = 'projects' AND p.last_day <= xun_end(xun_of(f.last_day) - 3))
  OR (f.family = 'emp' AND f.dataset = 'persons'
    AND date_trunc('month', p.last_day) = date_trunc('month', f.last_day) - INTERVAL 1 MONTH)
ORDER BY f.family, f.run, f.county, p.last_day DESC, p.first_day ASC;

-- A file that has rows and says nothing in a column in any of them has no data of it.
CREATE TABLE silence AS
SELECT part, name FROM (
  UNPIVOT (SELECT part, count(COLUMNS(* EXCLUDE part)) AS "\0" FROM projects GROUP BY part)
  ON COLUMNS(* EXCLUDE part) INTO NAME name VALUE filled
) WHERE filled = 0
UNION ALL
SELECT part, name FROM (
  UNPIVOT (SELECT part, count(COLUMNS(* EXCLUDE part)) AS "\0" FROM persons GROUP BY part)
  ON COLUMNS(* EXCLUDE part) INTO NAME name VALUE filled
) WHERE filled = 0
UNION ALL
SELECT part, name FROM (
  UNPIVOT (SELECT part, count(COLUMNS(* EXCLUDE part)) AS "\0" FROM households GROUP BY part)
  ON COLUMNS(* EXCLUDE part) INTO NAME name VALUE filled
) WHERE filled = 0
UNION ALL
SELECT part, name FROM (
  UNPIVOT (SELECT part, count(COLUMNS(* EXCLUDE part)) AS "\0" FROM issues GROUP BY part)
  ON COLUMNS(* EXCLUDE part) INTO NAME name VALUE filled
) WHERE filled = 0
UNION ALL
SELECT part, name FROM (
  UNPIVOT (SELECT part, count(COLUMNS(* EXCLUDE part)) AS "\0" FROM responsibilities GROUP BY part)
  ON COLUMNS(* EXCLUDE part) INTO NAME name VALUE filled
) WHERE filled = 0;
CREATE TABLE silences AS SELECT part, list(name) AS names FROM silence GROUP BY part;
