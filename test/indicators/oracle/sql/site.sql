-- Site, housing and quality (domain.md §5.5, §9): the four rules of concentrated sites, the rest of all projects.
CREATE TABLE site AS
SELECT p.*, mode = 'concentrated' AS concentrated, "startDate" <= dd AS begun,
  ["avoidGeohazard", "avoidFlood", "avoidEcoReserve", "avoidPrimeFarmland"] AS avoid,
  ["nearTown", "nearParkScenic", "nearNewCommunity", "nearCentralVillage"] AS near,
  ["reachValue", "reachIncome", "reachInfra", "reachServices"] AS reach,
  list_count(avoid) = 4 AS avoid_answered, list_count(reach) = 4 AS reach_answered,
  CASE WHEN "acceptanceDate" > dd THEN NULL ELSE "acceptanceResult" END AS conclusion,
  coalesce("filingResult" = 'passed' AND "filingDate" <= "startDate", false) AS filed_before
FROM project p WHERE family = 'site';
CREATE TABLE site_county AS
SELECT run, county, coalesce(names, []) AS silent FROM in_force LEFT JOIN silences USING (part)
WHERE family = 'site' AND dataset = 'projects';

INSERT INTO answer BY NAME
SELECT run, county, i.indicator, i.num, i.den FROM (
  SELECT c.run, c.county, c.silent, count(*) FILTER (concentrated) AS sites,
    count(*) FILTER (concentrated AND avoid_answered) AS answered,
    count(*) FILTER (concentrated AND avoid_answered AND NOT list_contains(avoid, false)) AS avoiding,
    count(*) FILTER (concentrated AND list_contains(near, true)) AS near,
    coalesce(sum(len(list_filter(reach, lambda one: one))) FILTER (concentrated AND reach_answered), 0) AS reached,
    4 * count(*) FILTER (concentrated AND reach_answered) AS reachable,
    count(*) FILTER (begun) AS begun, count(*) FILTER (begun AND filed_before) AS filed,
    count(*) FILTER (begun AND "qualityLetterSigned") AS signed,
    count(*) FILTER (conclusion IN ('passed', 'rectified')) AS passed, count(conclusion) AS concluded
  FROM site_county c LEFT JOIN site s USING (run, county) GROUP BY ALL
), LATERAL (VALUES
  ('site.avoid_compliance', avoiding, answered, []), ('site.avoid_unanswered', sites - answered, sites, []),
  ('site.near_compliance', near, sites, ['nearTown', 'nearParkScenic', 'nearNewCommunity', 'nearCentralVillage']),
  ('site.reach_score', reached, reachable, ['reachValue', 'reachIncome', 'reachInfra', 'reachServices']), ('site.filing_rate', filed, begun, ['filingResult']),
  ('site.lifetime_quality_rate', signed, begun, ['qualityLetterSigned']),
  ('site.acceptance_rate', passed, concluded, ['acceptanceResult'])
) AS i(indicator, num, den, needed)
WHERE len(i.needed) = 0 OR NOT list_has_all(silent, i.needed);

-- A tolerance of 0.005 square metres a person.
INSERT INTO answer BY NAME
SELECT f.run, f.county, i.indicator,
  count(*) FILTER (CASE i.indicator WHEN 'site.area_compliance' THEN "houseArea" * 1000 <= 25005 * "familySize"
    ELSE moved_in AND "deedIssued" END) AS num,
  count(*) FILTER (CASE i.indicator WHEN 'site.area_compliance' THEN "houseArea" IS NOT NULL ELSE moved_in END) AS den
FROM in_force f LEFT JOIN silences USING (part)
CROSS JOIN (VALUES ('site.area_compliance', 'houseArea'), ('site.deed_rate', 'deedIssued')) AS i(indicator, needed)
LEFT JOIN home h ON h.family = 'site' AND h.run = f.run AND h.county = f.county
WHERE f.family = 'site' AND f.dataset = 'households'
  AND NOT list_contains(coalesce(names, []), i.needed)
GROUP BY f.run, f.county, i.indicator;
