-- Responsibility (domain.md §5.6, §9).
CREATE TABLE duty AS
SELECT row_number() OVER () AS duty, f.run, f.county, f.dd, r.* EXCLUDE part, agreed(h.home, n.home) AS home,
  "startDate" <= f.dd AND ("endDate" IS NULL OR "endDate" > f.dd) AS active,
  CASE WHEN "closedDate" <= f.dd THEN "closedDate" END AS closed
FROM in_force f JOIN responsibilities r USING (part)
LEFT JOIN home_by_head h ON h.family = f.family AND h.run = f.run AND h.county = f.county AND h.token = r."headIdToken"
LEFT JOIN home_by_number n ON n.family = f.family AND n.run = f.run AND n.county = f.county
  AND n.token = r."householdNoToken";
CREATE TABLE duty_county AS
SELECT f.run, f.county, f.dd, coalesce(names, []) AS silent FROM in_force f LEFT JOIN silences USING (part)
WHERE f.family = 'resp' AND f.dataset = 'responsibilities';

INSERT INTO answer BY NAME
SELECT c.run, c.county, 'resp.site_leader_coverage' AS indicator,
  count(*) FILTER (EXISTS (SELECT 1 FROM duty d JOIN project_named n ON n.family = 'resp' AND n.run = d.run
    AND n.county = d.county AND n.text = d."objectId" WHERE n.project = p.project AND d.active
    AND d."objectType" IN ('site', 'project') AND d.level = 'county')) AS num,
  count(p.project) AS den
FROM duty_county c JOIN (SELECT run, county FROM in_force WHERE family = 'resp' AND dataset = 'projects') USING (run, county)
LEFT JOIN project p ON p.family = 'resp' AND p.run = c.run AND p.county = c.county AND p.mode = 'concentrated'
GROUP BY c.run, c.county;

CREATE TABLE duty_homes AS
SELECT c.run, c.county, c.dd, coalesce(names, []) AS silent FROM duty_county c
JOIN in_force f ON f.family = 'resp' AND f.run = c.run AND f.county = c.county AND f.dataset = 'households'
LEFT JOIN silences USING (part);
CREATE TABLE point AS
SELECT DISTINCT run, county, fold_name("originPointId") AS point FROM home
WHERE family = 'resp' AND "originPointId" IS NOT NULL;
INSERT INTO answer BY NAME
SELECT c.run, c.county, 'resp.origin_leader_coverage' AS indicator,
  count(*) FILTER (EXISTS (SELECT 1 FROM duty d WHERE d.run = p.run AND d.county = p.county AND d.active
    AND d."objectType" = 'origin' AND d.level = 'township' AND fold_name(d."objectId") = p.point)) AS num,
  count(p.point) AS den
FROM duty_homes c LEFT JOIN point p USING (run, county)
WHERE NOT list_contains(c.silent, 'originPointId') GROUP BY c.run, c.county;
INSERT INTO answer BY NAME
SELECT c.run, c.county, 'resp.household_cadre_coverage' AS indicator,
  count(*) FILTER (EXISTS (SELECT 1 FROM duty d WHERE d.home = h.home AND d.active AND d."objectType" = 'household'
    AND d.level = 'village')) AS num,
  count(h.home) AS den
FROM duty_homes c LEFT JOIN home h ON h.family = 'resp' AND h.run = c.run AND h.county = c.county
GROUP BY c.run, c.county;

INSERT INTO answer BY NAME
SELECT c.run, c.county, 'resp.letter_signed_rate' AS indicator, cell_of('level', l.level) AS cell,
  count(*) FILTER (d."letterSignedDate" <= c.dd) AS num, count(d.duty) AS den
FROM duty_county c CROSS JOIN (VALUES (''), ('county'), ('township'), ('village')) AS l(level)
LEFT JOIN duty d ON d.run = c.run AND d.county = c.county AND d.active AND d."objectType" <> 'task'
  AND (l.level = '' OR d.level = l.level)
WHERE NOT list_contains(c.silent, 'letterSignedDate')
GROUP BY c.run, c.county, l.level;

-- Links of households that ended too early, judged when fifteen days are over; who was there already or takes over by
-- the fifteenth day is a successor.
INSERT INTO answer BY NAME
SELECT c.run, c.county, 'resp.delink_violations' AS indicator,
  count(*) FILTER (d."endDate" + 15 <= c.dd
    AND NOT (coalesce(h."moveInDate" <= d."endDate", false) AND coalesce(h."outOfPovertyYear" <= year(d."endDate"), false))
    AND NOT EXISTS (SELECT 1 FROM duty s WHERE s.home = d.home AND s.duty <> d.duty AND s."objectType" = 'household'
      AND s."startDate" <= d."endDate" + 15 AND (s."endDate" IS NULL OR s."endDate" > d."endDate"))) AS num,
  count(d.duty) AS den
FROM duty_homes c
LEFT JOIN duty d ON d.run = c.run AND d.county = c.county AND d."objectType" = 'household' AND d.home IS NOT NULL
LEFT JOIN home h ON h.home = d.home
WHERE NOT list_contains(c.silent, 'moveInDate') AND NOT list_contains(c.silent, 'outOfPovertyYear')
GROUP BY c.run, c.county;

-- Nodes of the battle map (a file without tasks has none): due on the latest day stated, ticked off once in any row.
INSERT INTO answer BY NAME
WITH node AS (
  SELECT run, county, dd, "objectId", max("dueDate") AS due, max(closed) AS closed FROM duty
  WHERE "objectType" = 'task' GROUP BY ALL
), told AS (SELECT run, county, count(due) > 0 AS told FROM node GROUP BY ALL)
SELECT c.run, c.county, i.indicator,
  count(*) FILTER (CASE i.indicator WHEN 'resp.closeout_rate' THEN due <= c.dd AND closed IS NOT NULL
    ELSE due <= c.dd AND closed IS NULL END) AS num,
  count(*) FILTER (CASE i.indicator WHEN 'resp.closeout_rate' THEN due <= c.dd ELSE due IS NOT NULL END) AS den
FROM duty_county c LEFT JOIN told t USING (run, county)
CROSS JOIN (VALUES ('resp.closeout_rate'), ('resp.overdue_nodes')) AS i(indicator)
LEFT JOIN node n USING (run, county)
WHERE t.told IS NULL OR (t.told AND NOT list_contains(c.silent, 'closedDate'))
GROUP BY c.run, c.county, i.indicator;

-- Households that each village cadre has in active care, as typed: no other file is read.
CREATE TABLE load AS
SELECT run, county, "officialRef", count(DISTINCT ("headIdToken", "householdNoToken")) AS homes
FROM duty WHERE active AND "objectType" = 'household' AND level = 'village' GROUP BY ALL;
INSERT INTO answer BY NAME
SELECT c.run, c.county, i.indicator, coalesce(sum(homes), 0) AS num, count(homes) AS den
FROM duty_county c CROSS JOIN (VALUES ('resp.cadre_load'), ('resp.cadre_load_max')) AS i(indicator)
LEFT JOIN load USING (run, county) GROUP BY c.run, c.county, i.indicator;
INSERT INTO pooled (run, county, indicator, key, amount)
SELECT run, county, i.indicator, homes::VARCHAR, 1 FROM load
CROSS JOIN (VALUES ('resp.cadre_load'), ('resp.cadre_load_max')) AS i(indicator);
