-- Shares over all ledgers (domain.md §4 D6): project × household × year; the newest statement counts. The key names
-- the household itself, however it was typed; one that is not found is known by what was typed.
CREATE TABLE holding AS
WITH named AS (
  SELECT f.family, f.run, f.county, f.age, f.dd, s.* EXCLUDE part, agreed(h.home, n.home) AS home,
    CASE WHEN agreed(h.home, n.home) IS NULL THEN concat_ws('/', "headIdToken", '-', "householdNoToken")
      ELSE agreed(h.home, n.home)::VARCHAR END AS holder
  FROM in_force f JOIN shares s USING (part)
  LEFT JOIN home_by_head h ON h.family = f.family AND h.run = f.run AND h.county = f.county
    AND h.token = s."headIdToken"
  LEFT JOIN home_by_number n ON n.family = f.family AND n.run = f.run AND n.county = f.county
    AND n.token = s."householdNoToken"
), united AS (
  SELECT DISTINCT ON (family, run, county, "industryId", holder, year) * FROM named
  ORDER BY family, run, county, "industryId", holder, year, age DESC, "sourceSheet" DESC, "sourceRow" DESC
)
-- Dividends are those of the newest year, not later than the period's, that has rows.
SELECT u.*, u.year = max(u.year) FILTER (u.year <= s.year) OVER (PARTITION BY family, run, county) AS newest,
  u.year <= s.year AS known,
  u.year = max(u.year) FILTER (u.year <= s.year) OVER (PARTITION BY family, run, county, "industryId", holder) AS last_of_holder
FROM united u JOIN selected s USING (family, run, county);
