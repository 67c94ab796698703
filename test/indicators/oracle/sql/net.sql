-- Safety net (domain.md §5.8).
CREATE TABLE net_county AS
SELECT h.run, h.county, h.dd AS homes_dd, p.dd AS persons_dd
FROM in_force h JOIN in_force p ON p.family = 'net' AND p.run = h.run AND p.county = h.county AND p.dataset = 'persons'
WHERE h.family = 'net' AND h.dataset = 'households';
CREATE MACRO on_net(t) AS coalesce(t <> 'none', false);
-- Wages of the household's employed in rising order: the median is the one at place n/2, rounded up.
CREATE TABLE net_home AS
SELECT h.*, w.members, w.labour, w.wage
FROM home h LEFT JOIN (
  SELECT home, count(*) AS members, bool_or(labour) AS labour,
    list_sort(list("monthlyWage") FILTER (works AND "monthlyWage" > 0)) AS wages, wages[(len(wages) + 1) // 2] AS wage
  FROM person WHERE family = 'net' AND home IS NOT NULL GROUP BY home
) w USING (home)
WHERE h.family = 'net';

INSERT INTO answer BY NAME
SELECT c.run, c.county, i.indicator,
  count(*) FILTER (moved_in AND members > 0 AND NOT labour
    AND (on_net("safetyNetType") = (i.indicator = 'net.household_coverage'))) AS num,
  count(*) FILTER (moved_in AND members > 0 AND NOT labour) AS den
FROM net_county c CROSS JOIN (VALUES ('net.household_coverage'), ('net.uncovered')) AS i(indicator)
LEFT JOIN net_home h USING (run, county) GROUP BY ALL;

INSERT INTO answer BY NAME
SELECT c.run, c.county, 'net.person_coverage' AS indicator,
  count(*) FILTER (on_net(h."safetyNetType")) AS num, count(p.person) AS den
FROM net_county c
LEFT JOIN person p ON p.family = 'net' AND p.run = c.run AND p.county = c.county
  AND p."labourSkill" IN ('lost', 'none') AND p.age >= 16
LEFT JOIN home h ON h.home = p.home
GROUP BY ALL;

-- Above twice the poverty line of the year: wage × 12 ÷ size.
INSERT INTO answer BY NAME
SELECT c.run, c.county, 'net.overlap' AS indicator,
  count(*) FILTER ("safetyNetType" IN ('dibao', 'mixed')
    AND wage * 12 > 2 * line_of(greatest(homes_dd, persons_dd)) * "familySize") AS num,
  count(*) FILTER ("safetyNetType" IN ('dibao', 'mixed')) AS den
FROM net_county c
LEFT JOIN net_home h USING (run, county) GROUP BY ALL;
