-- What a county reports beside its details (domain.md §5.9, §4 X9): of the plan year of the report, up to its day.
CREATE TABLE reported AS
SELECT f.run, f.county, f.first_day, f.dd, year(f.last_day) AS year, r.mode, m.basis, m.figure, m.needed
FROM in_force f JOIN "progressReports" r USING (part), LATERAL (VALUES
  ('start_rate', "startRate", 'startedHouseholds'), ('completion_rate', "completionRate", 'completedHouseholds'),
  ('started', "startedHouseholds", 'startedHouseholds'), ('completed', "completedHouseholds", 'completedHouseholds'),
  ('occupied', "occupiedHouseholds", 'occupiedHouseholds'), ('received', "fundsReceived", NULL), ('paid', "fundsPaid", NULL)
) AS m(basis, figure, needed)
WHERE f.family = 'rpt' AND f.dataset = 'progressReports' AND m.figure IS NOT NULL;

-- Details of an earlier time than the report's period, or silent about what they should show, measure nothing.
CREATE TABLE recomputed AS
SELECT r.*, coalesce(sum(CASE r.needed WHEN 'startedHouseholds' THEN p.started WHEN 'completedHouseholds' THEN p.completed
    ELSE p.occupied END), 0) AS part, coalesce(sum(p."plannedHouseholds"), 0) AS planned
FROM reported r JOIN in_force f ON f.family = 'rpt' AND f.dataset = 'projects' AND f.run = r.run AND f.county = r.county
LEFT JOIN silences s ON s.part = f.part
LEFT JOIN project p ON p.family = 'rpt' AND p.run = r.run AND p.county = r.county AND p."planYear" = r.year
  AND (r.mode = 'all' OR p.mode = r.mode)
WHERE r.needed IS NOT NULL AND f.dd >= r.first_day AND NOT list_contains(coalesce(s.names, []), r.needed)
GROUP BY ALL
UNION ALL
SELECT r.*, coalesce(sum(CASE
    WHEN r.basis = 'received' THEN CASE WHEN "entryType" = 'receive' AND received THEN amount END
    WHEN "entryType" = 'pay' AND dedicated THEN amount
    WHEN "entryType" = 'refund' AND received THEN -amount END), 0), 0
FROM reported r LEFT JOIN book b ON b.family = 'rpt' AND b.run = r.run AND b.county = r.county AND b."entryDate" <= r.dd
WHERE r.needed IS NULL AND r.mode = 'all'
  AND EXISTS (SELECT 1 FROM in_force f WHERE f.family = 'rpt' AND f.dataset = 'fundParties' AND f.run = r.run AND f.county = r.county)
  AND EXISTS (SELECT 1 FROM in_force f WHERE f.family = 'rpt' AND f.dataset = 'fundLedger' AND f.run = r.run AND f.county = r.county
    AND f.dd >= r.first_day)
GROUP BY ALL;

-- Rates, to six decimals, are off by households of the plan; counts and money by themselves. The row of both modes is the
-- whole, else the gaps of the two together.
INSERT INTO answer BY NAME
WITH gap AS (
  SELECT run, county, basis, mode, CASE WHEN basis LIKE '%_rate' THEN part ELSE figure END::HUGEINT AS num,
    CASE WHEN basis LIKE '%_rate' THEN planned ELSE part END AS den,
    CASE WHEN basis LIKE '%_rate' THEN abs(part * 1000000 - planned * floor(figure * 1e6 + 0.5)::HUGEINT)
      ELSE abs(figure::HUGEINT - part) * 1000000 END AS extra
  FROM recomputed
), spoken AS (SELECT run, county, basis, bool_or(mode = 'all') AS whole FROM reported GROUP BY ALL)
SELECT run, county, 'rpt.report_gap' AS indicator, 'basis=' || basis AS parameters, c.cell, sum(num) AS num, sum(den) AS den,
  sum(extra) AS extra, 1000000 AS extra_below
FROM gap JOIN spoken USING (run, county, basis),
  LATERAL (VALUES (CASE WHEN mode = 'all' THEN '' ELSE 'mode=' || mode END, true), ('', mode <> 'all' AND NOT whole)) AS c(cell, counts)
WHERE c.counts GROUP BY ALL;
