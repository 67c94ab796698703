-- The outcome ladder 搬得出 → 稳得住 → 有事做 → 能致富 (domain.md §5.8), of the registered households.
CREATE TABLE rung AS
WITH climber AS (
  SELECT c.run, c.county, c.dd, h.home, "isRegistered" AS registered, registered AND moved_in AS out,
    out AND "moveInDate" <= months_back(c.dd, 12) AS settled, "incomePerCapita" AS income,
    EXISTS (SELECT 1 FROM person p WHERE p.home = h.home AND p.works) AS has_work,
    EXISTS (SELECT 1 FROM holding s WHERE s.home = h.home AND s.newest AND s."sharePrincipal" > 0
      AND s."dividendPaid" > 0) AS has_dividend
  FROM (SELECT run, county, dd FROM in_force WHERE family = 'ladder' AND dataset = 'households') c
  LEFT JOIN home h ON h.family = 'ladder' AND h.run = c.run AND h.county = c.county
)
SELECT run, county, home, registered, out, settled, settled AND (has_work OR has_dividend) AS works,
  works AND coalesce(2 * income >= 3 * line_of(dd), false) AS prospers
FROM climber;
INSERT INTO answer BY NAME
SELECT run, county, i.indicator, count(*) FILTER (i.indicator = 'ladder.move_out' AND out OR i.indicator = 'ladder.settle' AND settled) AS num,
  count(*) FILTER (registered) AS den
FROM rung CROSS JOIN (VALUES ('ladder.move_out'), ('ladder.settle')) AS i(indicator) GROUP BY ALL;
INSERT INTO answer BY NAME
SELECT run, county, i.indicator, count(*) FILTER (i.indicator = 'ladder.work' AND works OR i.indicator = 'ladder.prosper' AND prospers) AS num,
  count(*) FILTER (registered) AS den
FROM rung
JOIN (SELECT DISTINCT run, county FROM in_force WHERE family = 'ladder' AND dataset = 'persons') USING (run, county)
JOIN (SELECT DISTINCT run, county FROM in_force WHERE family = 'ladder' AND dataset = 'shares') USING (run, county)
CROSS JOIN (VALUES ('ladder.work'), ('ladder.prosper')) AS i(indicator) GROUP BY ALL;
