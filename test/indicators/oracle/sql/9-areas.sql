-- From counties to areas: each county by itself, and all of them as 'all' (domain.md §5, Conventions).
CREATE TABLE kind AS SELECT * FROM (VALUES
  ('reloc.start_lead_334', 'lead'), ('reloc.overfulfilled', 'excess'), ('reloc.forecast_completion', 'forecast'),
  ('emp.zero_job_households', 'count'), ('emp.willing_unemployed', 'count'), ('emp.median_wage', 'median'),
  ('share.equal_handout', 'count'), ('share.concentration', 'largest'), ('share.hhi', 'hhi'),
  ('fund.leak_amount', 'count'), ('fund.reconciliation_gap', 'count'), ('fund.overrun_projects', 'count'),
  ('issue.overdue', 'count'), ('issue.median_days', 'median'), ('resp.delink_violations', 'count'),
  ('resp.overdue_nodes', 'count'), ('resp.cadre_load', 'median'), ('resp.cadre_load_max', 'maximum'),
  ('site.avoid_unanswered', 'count'), ('net.uncovered', 'count'), ('net.overlap', 'count'),
  ('rpt.report_gap', 'gap')
) AS t(indicator, kind);

CREATE TABLE area_sum AS
WITH place AS (
  SELECT DISTINCT run, county, indicator, parameters, area FROM answer CROSS JOIN LATERAL (VALUES (county), ('all')) AS a(area)
), cell AS (SELECT DISTINCT run, indicator, parameters, cell FROM answer),
-- a county that reports the indicator and has not the cell of a source has nothing in it, nor has one without scattered
-- housing; a mode or a model is a cell that every county has, or says nothing of, and a site is one county's
filled AS (
  SELECT p.run, p.area, p.county, p.indicator, p.parameters, c.cell, coalesce(a.num, 0) AS num,
    coalesce(a.den, 0) AS den, coalesce(a.extra, 0) AS extra, coalesce(a.extra_below, 1) AS extra_below,
    coalesce(a.not_applicable, false) AS not_applicable
  FROM place p JOIN cell c USING (run, indicator, parameters) LEFT JOIN answer a USING (run, county, indicator, parameters, cell)
  WHERE a.run IS NOT NULL OR c.cell LIKE 'source=%' OR c.cell IN ('site=scattered', 'site=unknown')
)
SELECT run, area, indicator, parameters, cell, CASE WHEN bool_and(not_applicable) THEN count(*) ELSE count(*) FILTER (NOT not_applicable) END AS counties,
  bool_and(not_applicable) AS not_applicable, sum(num) AS num, sum(den) AS den,
  list_reduce(list(extra_below), lambda a, b: lcm(a, b)) AS below,
  list_sum(list_transform(list({x: extra, y: extra_below}), lambda e: e.x * (below // e.y)))::HUGEINT AS extra
FROM filled GROUP BY ALL;

CREATE TABLE area_pool AS
WITH summed AS (
  SELECT run, area, indicator, cell, key, sum(amount) AS amount
  FROM pooled CROSS JOIN LATERAL (VALUES (county), ('all')) AS a(area) GROUP BY ALL
), placed AS (
  -- nearest rank: keys are exact values, amounts how often they occur
  SELECT *, sum(amount) OVER w AS upto, sum(amount) OVER (PARTITION BY run, area, indicator, cell) AS n
  FROM summed WHERE indicator IN ('emp.median_wage', 'issue.median_days', 'resp.cadre_load', 'resp.cadre_load_max')
  WINDOW w AS (PARTITION BY run, area, indicator, cell ORDER BY key::HUGEINT)
), median AS (
  SELECT run, area, indicator, cell,
    CASE indicator WHEN 'resp.cadre_load_max' THEN max(key::HUGEINT) ELSE min(key::HUGEINT) END AS median
  FROM placed WHERE 2 * upto >= n GROUP BY run, area, indicator, cell
)
SELECT run, area, indicator, cell, max(s.amount) AS largest, sum(s.amount * s.amount)::HUGEINT AS squares,
  sum(s.amount)::HUGEINT AS total, any_value(m.median) AS median
FROM summed s LEFT JOIN median m USING (run, area, indicator, cell) GROUP BY ALL;

CREATE TABLE figure AS
WITH typed AS (
  SELECT a.*, coalesce(k.kind, 'ratio') AS kind, p.largest, p.squares, p.total, p.median,
    CASE coalesce(k.kind, 'ratio')
      WHEN 'lead' THEN num * below - extra
      WHEN 'gap' THEN extra
      WHEN 'forecast' THEN greatest(num * below, least(den * below, num * below + extra))
      WHEN 'largest' THEN coalesce(p.largest, 0) * below
      WHEN 'hhi' THEN coalesce(p.squares, 0) * below
      ELSE num * below END AS numerator,
    CASE WHEN k.kind = 'hhi' AND p.total > 0 THEN p.total * below ELSE below END AS numerator_below
  FROM area_sum a LEFT JOIN kind k USING (indicator) LEFT JOIN area_pool p USING (run, area, indicator, cell)
), judged AS (
  SELECT *, CASE
      WHEN not_applicable THEN 'not_applicable'
      WHEN indicator = 'share.quantified_rate' AND num > den THEN 'inconsistent'
      WHEN den = 0 AND num = 0 THEN 'not_applicable'
      WHEN den <= 0 THEN 'inconsistent'
      WHEN kind IN ('median', 'maximum') AND median IS NULL THEN 'not_applicable'
      ELSE 'ok' END AS status,
    CASE WHEN indicator IN ('emp.median_wage', 'share.mean_dividend', 'fund.leak_amount', 'fund.reconciliation_gap')
      THEN 100 ELSE 1 END AS money
  FROM typed
)
-- The value is value ÷ value_below; money in yuan.
SELECT run, area, indicator, parameters, cell, counties, status, numerator, numerator_below, den,
  CASE kind WHEN 'count' THEN numerator WHEN 'excess' THEN greatest(0, num - den) * below
    WHEN 'median' THEN coalesce(median, 0) * below WHEN 'maximum' THEN coalesce(median, 0) * below ELSE numerator END AS value,
  money * CASE WHEN kind IN ('count', 'excess', 'median', 'maximum') THEN numerator_below ELSE numerator_below * den END AS value_below
FROM judged;
