-- Relocation (domain.md §5.1, §9).

-- Years that projects or targets name, and the year of the period; 0 is the five-year plan.
CREATE TABLE plan_year AS
SELECT DISTINCT run, county, y FROM (
  SELECT run, county, "planYear" AS y FROM project WHERE family = 'reloc'
  UNION ALL SELECT run, county, "planYear" FROM in_force JOIN targets USING (part) WHERE family = 'reloc'
  UNION ALL SELECT run, county, year FROM selected WHERE family = 'reloc'
) WHERE y <> 0;

-- A projects file with what it is silent about; a file without rows is silent about nothing.
CREATE TABLE building AS
SELECT f.run, f.county, f.part, f.dd,
  NOT coalesce(list_contains(names, 'startedHouseholds'), false) AS says_started,
  NOT coalesce(list_contains(names, 'completedHouseholds'), false) AS says_completed,
  NOT coalesce(list_contains(names, 'occupiedHouseholds'), false) AS says_occupied,
  -- by projects the dates are counted; without any, none has started only where no household has
  NOT coalesce(list_contains(names, 'startDate'), false) OR (says_started AND NOT coalesce(p.some_started, false))
    AS says_start_dates,
  NOT coalesce(list_contains(names, 'completionDate'), false) OR says_completed AS says_completion_dates
FROM in_force f LEFT JOIN silences USING (part)
LEFT JOIN (SELECT part, max("startedHouseholds") > 0 AS some_started FROM projects GROUP BY part) p USING (part)
WHERE f.family = 'reloc' AND f.dataset = 'projects';

-- Sums of a plan year (0: of all), by mode.
CREATE TABLE progress AS
SELECT b.run, b.county, y.y, m.mode,
  coalesce(sum(p."plannedHouseholds"), 0) AS planned, coalesce(sum(p.started), 0) AS started,
  coalesce(sum(p.completed), 0) AS completed, coalesce(sum(p.occupied), 0) AS occupied,
  coalesce(sum(p."plannedPersons"), 0) AS persons,
  coalesce(sum((2 * p."plannedPersons" * p.started + p."plannedHouseholds") // (2 * p."plannedHouseholds")), 0)
    AS persons_started,
  coalesce(sum((2 * p."plannedPersons" * p.completed + p."plannedHouseholds") // (2 * p."plannedHouseholds")), 0)
    AS persons_completed,
  count(p.project) AS sites, count(*) FILTER (p."startDate" <= b.dd) AS sites_started,
  count(*) FILTER (p."completionDate" <= b.dd) AS sites_completed
FROM building b
JOIN (SELECT * FROM plan_year UNION ALL SELECT DISTINCT run, county, 0 FROM building) y USING (run, county)
CROSS JOIN mode_cell m
LEFT JOIN project p ON p.family = 'reloc' AND p.run = b.run AND p.county = b.county
  AND (y.y = 0 OR p."planYear" = y.y) AND (m.mode = '' OR p.mode = m.mode)
GROUP BY ALL;

INSERT INTO answer BY NAME
SELECT run, county, i.indicator, 'basis=' || i.basis || ';planYear=' || y AS parameters,
  cell_of('mode', mode) AS cell, CASE i.indicator || i.basis
    WHEN 'reloc.start_ratehouseholds' THEN started WHEN 'reloc.start_ratepersons' THEN persons_started
    WHEN 'reloc.completion_ratehouseholds' THEN completed ELSE persons_completed END AS num,
  CASE i.basis WHEN 'households' THEN planned ELSE persons END AS den
FROM progress JOIN building USING (run, county) CROSS JOIN (VALUES
  ('reloc.start_rate', 'households'), ('reloc.start_rate', 'persons'),
  ('reloc.completion_rate', 'households'), ('reloc.completion_rate', 'persons')
) AS i(indicator, basis)
WHERE y <> 0 AND CASE i.indicator WHEN 'reloc.start_rate' THEN says_started ELSE says_completed END;

-- By projects: concentrated sites alone.
INSERT INTO answer BY NAME
SELECT run, county, i.indicator, 'basis=projects;planYear=' || y AS parameters, cell_of('mode', mode) AS cell,
  CASE WHEN mode <> 'concentrated' THEN 0 WHEN i.started THEN sites_started ELSE sites_completed END AS num,
  CASE WHEN mode <> 'concentrated' THEN 0 ELSE sites END AS den, mode <> 'concentrated' AS not_applicable
FROM progress JOIN building USING (run, county)
CROSS JOIN (VALUES ('reloc.start_rate', true), ('reloc.completion_rate', false)) AS i(indicator, started)
WHERE y <> 0
  AND (mode <> 'concentrated' OR CASE WHEN i.started THEN says_start_dates ELSE says_completion_dates END);

-- Due under the 334 plan: nodes of 30, 60 and 100 percent; linear between them, nothing before the first.
CREATE TABLE node AS
SELECT y, make_date(y - 1, 12, 31) AS first, make_date(y, 3, 31) AS second, make_date(y, 6, 30) AS third
FROM (SELECT DISTINCT y FROM plan_year);
CREATE TABLE due AS
SELECT DISTINCT y, dd,
  CASE WHEN dd >= third THEN 100 WHEN dd >= second THEN 60 WHEN dd >= first THEN 30 ELSE 0 END AS step,
  CASE WHEN dd < first OR dd >= third THEN 1 WHEN dd >= second THEN third - second ELSE second - first END AS length,
  CASE WHEN dd < first THEN 0 WHEN dd >= third THEN 100
    WHEN dd >= second THEN 60 * (third - second) + 40 * (dd - second)
    ELSE 30 * (second - first) + 30 * (dd - first) END AS linear
FROM node CROSS JOIN (SELECT DISTINCT dd FROM building);
INSERT INTO answer BY NAME
SELECT run, county, 'reloc.start_lead_334' AS indicator, 'plan=' || r.plan || ';planYear=' || y AS parameters,
  started AS num, planned AS den,
  planned * CASE r.plan WHEN 'step' THEN step ELSE linear END AS extra,
  CASE r.plan WHEN 'step' THEN 100 ELSE 100 * length END AS extra_below
FROM progress JOIN building USING (run, county) JOIN due USING (y, dd)
CROSS JOIN (VALUES ('step'), ('linear')) AS r(plan)
WHERE y <> 0 AND mode = '' AND says_started;

INSERT INTO answer BY NAME
SELECT run, county, 'reloc.occupancy_rate' AS indicator, cell_of('mode', mode) AS cell, occupied AS num,
  completed AS den
FROM progress JOIN building USING (run, county) WHERE y = 0 AND says_completed AND says_occupied
UNION ALL
SELECT run, county, 'reloc.occupancy_of_plan', cell_of('mode', mode), occupied, planned
FROM progress JOIN building USING (run, county) WHERE y = 0 AND says_occupied;

INSERT INTO answer BY NAME
SELECT run, county, 'reloc.concentrated_share' AS indicator, 'basis=' || b.basis AS parameters,
  CASE b.basis WHEN 'persons' THEN c.persons ELSE c.planned END AS num,
  CASE b.basis WHEN 'persons' THEN a.persons ELSE a.planned END AS den
FROM progress a JOIN progress c USING (run, county, y) CROSS JOIN (VALUES ('persons'), ('households')) AS b(basis)
WHERE y = 0 AND a.mode = '' AND c.mode = 'concentrated';

-- Forecast: what was completed since three 旬 ago, by the day, until 30 September of the plan year.
INSERT INTO answer BY NAME
WITH earlier AS (
  SELECT l.run, l.county, l.dd, y.y,
    coalesce(sum(least(coalesce(p."completedHouseholds", 0), p."plannedHouseholds")), 0) AS completed
  FROM look_back l JOIN plan_year y USING (run, county)
  LEFT JOIN projects p ON p.part = l.part AND p."planYear" = y.y
  WHERE l.family = 'reloc' GROUP BY ALL
)
SELECT run, county, 'reloc.forecast_completion' AS indicator, 'planYear=' || y AS parameters, n.completed AS num,
  n.planned AS den, (n.completed - e.completed) * greatest(0, make_date(y, 9, 30) - b.dd) AS extra,
  b.dd - e.dd AS extra_below
FROM progress n JOIN building b USING (run, county) JOIN earlier e USING (run, county, y)
WHERE n.mode = '' AND y <> 0 AND b.says_completed;

-- Households: with the plan year of their project.
CREATE TABLE mover AS
SELECT h.*, p."planYear" AS plan_year
FROM home h
LEFT JOIN project_named n ON n.family = h.family AND n.run = h.run AND n.county = h.county
  AND n.text = h."projectId"
LEFT JOIN project p ON p.project = n.project
WHERE h.family = 'reloc';
CREATE TABLE list_of_homes AS
SELECT run, county, dd, year(dd) AS year FROM in_force WHERE family = 'reloc' AND dataset = 'households';

INSERT INTO answer BY NAME
SELECT l.run, l.county, i.indicator, cell_of('mode', m.mode) AS cell,
  count(*) FILTER (CASE i.indicator WHEN 'reloc.delivery_rate' THEN "completionDate" <= l.dd AND "keyHandedDate" <= l.dd
    ELSE "completionDate" <= months_back(l.dd, 6) AND NOT moved_in END) AS num,
  count(*) FILTER (CASE i.indicator WHEN 'reloc.delivery_rate' THEN "completionDate" <= l.dd
    ELSE "completionDate" <= months_back(l.dd, 6) END) AS den
FROM list_of_homes l CROSS JOIN mode_cell m
CROSS JOIN (VALUES ('reloc.delivery_rate'), ('reloc.vacancy_6m')) AS i(indicator)
LEFT JOIN mover h ON h.run = l.run AND h.county = l.county AND (m.mode = '' OR h.mode = m.mode)
GROUP BY ALL;

INSERT INTO answer BY NAME
SELECT l.run, l.county, 'reloc.demolition_rate' AS indicator, 'basis=' || b.basis AS parameters,
  count(*) FILTER (moved_in AND (b.basis = 'moved_in' OR "demolitionAgreed") AND "demolishedDate" <= l.dd) AS num,
  count(*) FILTER (moved_in AND (b.basis = 'moved_in' OR "demolitionAgreed")) AS den
FROM list_of_homes l CROSS JOIN (VALUES ('agreed'), ('moved_in')) AS b(basis) LEFT JOIN mover h USING (run, county)
GROUP BY ALL;
INSERT INTO answer BY NAME
SELECT l.run, l.county, 'reloc.reclamation_rate' AS indicator,
  count(*) FILTER ("demolishedDate" <= l.dd AND "reclaimedArea" > 0) AS num,
  count(*) FILTER ("demolishedDate" <= l.dd) AS den
FROM list_of_homes l LEFT JOIN mover h USING (run, county) GROUP BY ALL
UNION ALL
SELECT l.run, l.county, 'reloc.poverty_exit_rate',
  count(*) FILTER (moved_in AND "isRegistered" AND "outOfPovertyYear" <= l.year),
  count(*) FILTER (moved_in AND "isRegistered")
FROM list_of_homes l LEFT JOIN mover h USING (run, county) GROUP BY ALL;

-- Identified: registered, a head's ID of its own, as many members as the family size, none listed twice.
INSERT INTO answer BY NAME
WITH listed AS (
  SELECT *, count(*) OVER (PARTITION BY run, county, "personToken") AS times
  FROM person WHERE family = 'reloc' AND look = 'now'
), members AS (SELECT home, count(*) AS members, max(times) AS times FROM listed GROUP BY home)
SELECT l.run, l.county, 'reloc.identification_accuracy' AS indicator,
  count(*) FILTER ("isRegistered" AND same_head = 1 AND coalesce(m.members, 0) = "familySize"
    AND coalesce(m.times, 1) = 1) AS num,
  count(h.home) AS den
FROM list_of_homes l
JOIN (SELECT run, county FROM in_force WHERE family = 'reloc' AND dataset = 'persons') USING (run, county)
LEFT JOIN mover h USING (run, county) LEFT JOIN members m ON m.home = h.home
GROUP BY ALL;

-- The task in force on the indicator's data date: provincial, else municipal; all modes, else their sum.
CREATE TABLE task AS
WITH days AS (
  SELECT run, county, 'plan' AS purpose, max(dd) AS dd FROM in_force
  WHERE family = 'reloc' AND dataset IN ('projects', 'households') GROUP BY run, county
  UNION ALL SELECT run, county, 'five', dd FROM list_of_homes
), united AS (
  SELECT DISTINCT ON (run, county, "planYear", mode, "targetType", "effectiveDate") f.run, f.county, t.*
  FROM in_force f JOIN targets t USING (part) WHERE f.family = 'reloc'
  ORDER BY run, county, "planYear", mode, "targetType", "effectiveDate", f.age DESC
), newest AS (
  SELECT DISTINCT ON (run, county, purpose, "planYear", "targetType", mode) purpose, u.*
  FROM united u JOIN days d USING (run, county)
  WHERE "effectiveDate" <= d.dd
  ORDER BY run, county, purpose, "planYear", "targetType", mode, "effectiveDate" DESC
), stated AS (
  SELECT run, county, purpose, "planYear" AS y, "targetType" AS type,
    any_value(persons) FILTER (mode = 'all') AS a, any_value("effectiveDate") FILTER (mode = 'all') AS a_day,
    any_value(persons) FILTER (mode = 'concentrated') AS c,
    any_value("effectiveDate") FILTER (mode = 'concentrated') AS c_day,
    any_value(persons) FILTER (mode = 'scattered') AS s,
    any_value("effectiveDate") FILTER (mode = 'scattered') AS s_day
  FROM newest WHERE "targetType" IN ('provincial', 'municipal') GROUP BY ALL
), ruling AS (
  SELECT DISTINCT ON (run, county, purpose, y) * FROM stated ORDER BY run, county, purpose, y, type = 'provincial' DESC
)
SELECT run, county, purpose, y, m.mode, CASE
    WHEN m.mode = 'concentrated' THEN c WHEN m.mode = 'scattered' THEN s
    WHEN a IS NULL THEN coalesce(c, 0) + coalesce(s, 0)
    WHEN c_day >= a_day AND s_day >= a_day AND (c_day > a_day OR s_day > a_day) THEN c + s
    ELSE a END AS persons
FROM ruling CROSS JOIN mode_cell m;
DELETE FROM task WHERE persons IS NULL;

INSERT INTO answer BY NAME
SELECT t.run, t.county, i.indicator, 'planYear=' || t.y AS parameters, cell_of('mode', t.mode) AS cell,
  coalesce(sum("familySize"), 0) AS num, t.persons AS den
FROM task t JOIN list_of_homes l USING (run, county) JOIN building b USING (run, county)
CROSS JOIN (VALUES ('reloc.plan_completion'), ('reloc.overfulfilled')) AS i(indicator)
LEFT JOIN mover h ON h.run = t.run AND h.county = t.county AND h.moved_in AND h."isRegistered"
  AND h.plan_year = t.y AND (t.mode = '' OR h.mode = t.mode)
WHERE t.purpose = 'plan' AND t.y <> 0 AND (t.mode = '' OR i.indicator = 'reloc.plan_completion')
GROUP BY ALL;
INSERT INTO answer BY NAME
SELECT t.run, t.county, 'reloc.five_year_completion' AS indicator, coalesce(sum("familySize"), 0) AS num,
  t.persons AS den
FROM task t JOIN list_of_homes l USING (run, county)
LEFT JOIN mover h ON h.run = t.run AND h.county = t.county AND h.moved_in AND h."isRegistered"
WHERE t.purpose = 'five' AND t.y = 0 AND t.mode = ''
GROUP BY ALL;
