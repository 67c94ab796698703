-- Sites (domain.md §5, grain S): a concentrated project is one, by county and number; beside them scattered housing, and
-- what nobody can place. A household is where the project it names is, a person where the household is. Without a
-- projects file no site is known.
CREATE TABLE placed_project AS
SELECT project, CASE mode WHEN 'concentrated' THEN county || '/' || "projectId" WHEN 'scattered' THEN mode ELSE 'unknown' END AS site
FROM project;
CREATE TABLE placed_home AS
SELECT h.home, coalesce(p.site, CASE h.mode WHEN 'scattered' THEN h.mode ELSE 'unknown' END) AS site
FROM home h JOIN in_force f ON f.family = h.family AND f.run = h.run AND f.county = h.county AND f.dataset = 'projects'
LEFT JOIN project_named n ON n.family = h.family AND n.run = h.run AND n.county = h.county AND n.text = h."projectId"
LEFT JOIN placed_project p USING (project);

INSERT INTO answer BY NAME
WITH stage AS (
  SELECT p.*, b.dd AS today, l.site, r.*, s.basis, s.basis = 'projects' AND NOT contains(l.site, '/') AS not_applicable
  FROM project p JOIN placed_project l USING (project) JOIN building b ON b.run = p.run AND b.county = p.county,
  LATERAL (VALUES
    ('reloc.start_rate', p.started, "startDate", says_started, says_start_dates),
    ('reloc.completion_rate', p.completed, "completionDate", says_completed, says_completion_dates)
  ) AS r(indicator, done, day, says, says_days)
  CROSS JOIN (VALUES ('projects'), ('households'), ('persons')) AS s(basis)
  WHERE p.family = 'reloc' AND "planYear" <> 0
), counted AS (
  SELECT *, CASE WHEN not_applicable THEN 0 WHEN basis = 'projects' THEN coalesce(day <= today, false)::INTEGER
      WHEN basis = 'households' THEN done
      ELSE (2 * "plannedPersons" * done + "plannedHouseholds") // (2 * "plannedHouseholds") END AS above,
    CASE WHEN not_applicable THEN 0 WHEN basis = 'projects' THEN 1 WHEN basis = 'households' THEN "plannedHouseholds"
      ELSE "plannedPersons" END AS below
  FROM stage WHERE CASE WHEN basis <> 'projects' THEN says ELSE says_days OR not_applicable END
)
SELECT run, county, indicator, 'basis=' || basis || ';planYear=' || "planYear" AS parameters, 'site=' || site AS cell,
  not_applicable, sum(above) AS num, sum(below) AS den
FROM counted GROUP BY ALL;

INSERT INTO answer BY NAME
SELECT p.run, p.county, 'reloc.occupancy_rate' AS indicator, 'site=' || site AS cell, sum(occupied) AS num, sum(completed) AS den
FROM project p JOIN placed_project USING (project) JOIN building b ON b.run = p.run AND b.county = p.county
WHERE p.family = 'reloc' AND says_completed AND says_occupied GROUP BY ALL;

-- Households and persons of a cell, where there is one.
INSERT INTO answer BY NAME
SELECT h.run, h.county, i.indicator, 'site=' || site AS cell, count(*) FILTER (i.part) AS num, count(*) AS den
FROM mover h JOIN placed_home USING (home), LATERAL (VALUES
  ('reloc.delivery_rate', "keyHandedDate" <= dd, "completionDate" <= dd),
  ('reloc.vacancy_6m', NOT moved_in, "completionDate" <= months_back(dd, 6))
) AS i(indicator, part, counts)
WHERE i.counts GROUP BY ALL
UNION ALL
SELECT run, county, 'fund.selfraise_compliance', 'site=' || site,
  count(*) FILTER ("selfRaised" <= least(300000 * "familySize", 1000000)), count(*)
FROM home JOIN placed_home USING (home) WHERE family = 'fund' AND "selfRaised" IS NOT NULL GROUP BY ALL
UNION ALL
SELECT l.run, l.county, i.indicator, 'site=' || site, count(*) FILTER (i.part), count(*)
FROM linked l JOIN placed_home USING (home) JOIN dividend_county USING (run, county), LATERAL (VALUES
  ('share.household_coverage', holds, 'households'), ('share.industry_coverage', holds OR has_job, 'persons')
) AS i(indicator, part, needed)
WHERE EXISTS (SELECT 1 FROM has WHERE has.run = l.run AND has.county = l.county AND has.dataset = i.needed) GROUP BY ALL
UNION ALL
SELECT h.run, h.county, i.indicator, 'site=' || site, count(*) FILTER (w.works = (i.indicator = 'emp.one_per_household')), count(*)
FROM home h JOIN placed_home USING (home) JOIN roll l ON l.run = h.run AND l.county = h.county
JOIN household_work w ON w.home = h.home AND w.look = 'now' AND w.labour
CROSS JOIN (VALUES ('emp.one_per_household'), ('emp.zero_job_households')) AS i(indicator)
WHERE h.family = 'emp' AND l.says_status GROUP BY ALL;

CREATE TABLE placed_staff AS
SELECT p.*, coalesce(h.site, 'unknown') AS site FROM staff p
JOIN in_force f ON f.family = 'emp' AND f.dataset = 'projects' AND f.run = p.run AND f.county = p.county
LEFT JOIN placed_home h ON h.home = p.home;
INSERT INTO answer BY NAME
SELECT p.run, p.county, i.indicator, 'site=' || site AS cell, count(*) FILTER (i.part) AS num, count(*) AS den
FROM placed_staff p JOIN roll l ON l.run = p.run AND l.county = p.county, LATERAL (VALUES
  ('emp.labour_rate', works, labour, l.says_status),
  ('emp.willing_unemployed', NOT works AND "workWillingness", labour, l.says_status)
) AS i(indicator, part, counts, said)
WHERE i.counts AND i.said GROUP BY ALL
UNION ALL
-- Where there is labour and nobody works there is a cell all the same, of nobody.
SELECT run, county, 'emp.median_wage', 'site=' || site, count(*) FILTER (works AND "monthlyWage" > 0), count(*) FILTER (works)
FROM placed_staff WHERE labour GROUP BY ALL;
INSERT INTO pooled
SELECT run, county, 'emp.median_wage', "monthlyWage", 1, 'site=' || site FROM placed_staff WHERE works AND "monthlyWage" > 0;
