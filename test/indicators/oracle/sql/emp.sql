-- Employment (domain.md §5.2, §9).
CREATE TABLE staff AS SELECT * FROM person WHERE family = 'emp' AND look = 'now';
CREATE TABLE roll AS
SELECT f.run, f.county, f.dd, NOT coalesce(list_contains(names, 'employmentStatus'), false) AS says_status,
  -- whole months of the year that have passed
  CASE WHEN f.dd = last_day(f.dd) THEN month(f.dd) ELSE month(f.dd) - 1 END AS elapsed
FROM in_force f LEFT JOIN silences USING (part)
WHERE f.family = 'emp' AND f.dataset = 'persons';

CREATE TABLE head_count AS
SELECT l.run, l.county, l.says_status, count(*) FILTER (labour) AS l,
  count(*) FILTER (works) AS e,
  count(*) FILTER (works AND "workRegion" IN ('village', 'township', 'county')) AS near,
  count(*) FILTER (works AND "workRegion" = 'outside') AS outside,
  count(*) FILTER (works AND "workRegion" IS NOT NULL) AS known,
  count(*) FILTER (works AND "employmentForm" IN ('park', 'town', 'workshop', 'base')) AS park_town,
  count(*) FILTER (works AND "employmentForm" = 'public_post') AS public_post,
  count(*) FILTER (works AND "monthsWorked" >= least(6, l.elapsed)) AS stable,
  count(*) FILTER (works AND "monthlyWage" > 0) AS waged,
  count(*) FILTER (labour AND "trainedDate" BETWEEN months_back(l.dd, 12) AND l.dd) AS trained,
  count(*) FILTER (labour AND "trainedDate" BETWEEN months_back(l.dd, 9) AND months_back(l.dd, 3)) AS trained_then,
  count(*) FILTER (works AND "trainedDate" BETWEEN months_back(l.dd, 9) AND months_back(l.dd, 3)) AS placed,
  count(*) FILTER (labour AND NOT works AND "workWillingness") AS willing,
  count(*) FILTER (labour AND NOT works AND "workWillingness"
    AND ("transferAssisted" OR "trainedDate" BETWEEN months_back(l.dd, 3) AND l.dd)) AS helped,
  count(*) FILTER (works AND "transferAssisted" AND year("hiredDate") = year(l.dd) AND "hiredDate" <= l.dd) AS transferred,
  count(*) FILTER (labour AND "employmentStatus" IS NULL) AS unknown
FROM roll l LEFT JOIN staff p USING (run, county)
GROUP BY ALL;

INSERT INTO answer BY NAME
SELECT run, county, i.indicator, i.num, i.den FROM head_count, LATERAL (VALUES
  ('emp.labour_rate', e, l, true), ('emp.local_rate', near, known, false),
  ('emp.park_town_rate', park_town, e, false), ('emp.public_post_share', public_post, e, false),
  ('emp.outside_province_share', outside, known, false), ('emp.stable_rate', stable, e, false),
  ('emp.median_wage', waged, e, false), ('emp.training_coverage', trained, l, false),
  ('emp.placement_after_training', placed, trained_then, false), ('emp.willing_unemployed', willing, l, true),
  ('emp.assisted_rate', helped, willing, false), ('emp.unknown_rate', unknown, l, false)
) AS i(indicator, num, den, of_status)
WHERE says_status OR NOT i.of_status;
INSERT INTO pooled (run, county, indicator, key, amount)
SELECT run, county, 'emp.median_wage', "monthlyWage", 1 FROM staff WHERE works AND "monthlyWage" > 0;

INSERT INTO answer BY NAME
SELECT run, county, 'emp.transfer_task' AS indicator, transferred AS num, t.persons AS den
FROM head_count JOIN roll USING (run, county) JOIN transfer_task t USING (county) WHERE t.year = year(roll.dd);

-- By household: with labour, and with work.
CREATE TABLE household_work AS
SELECT home, family, look, bool_or(labour) AS labour, bool_or(works) AS works
FROM person WHERE home IS NOT NULL GROUP BY ALL;
INSERT INTO answer BY NAME
SELECT l.run, l.county, i.indicator,
  count(*) FILTER (w.labour AND (w.works = (i.indicator = 'emp.one_per_household'))) AS num,
  count(*) FILTER (w.labour) AS den
FROM roll l
JOIN in_force f ON f.family = 'emp' AND f.run = l.run AND f.county = l.county AND f.dataset = 'households'
CROSS JOIN (VALUES ('emp.one_per_household'), ('emp.zero_job_households')) AS i(indicator)
LEFT JOIN home h ON h.family = 'emp' AND h.run = l.run AND h.county = l.county
LEFT JOIN household_work w ON w.home = h.home AND w.look = 'now'
WHERE l.says_status
GROUP BY ALL;
INSERT INTO answer BY NAME
SELECT l.run, l.county, 'emp.zero_job_cleared_30d' AS indicator,
  count(*) FILTER (b.labour AND NOT b.works AND n.works) AS num,
  count(*) FILTER (b.labour AND NOT b.works) AS den
FROM roll l
JOIN in_force f ON f.family = 'emp' AND f.run = l.run AND f.county = l.county AND f.dataset = 'households'
JOIN look_back k ON k.family = 'emp' AND k.run = l.run AND k.county = l.county
LEFT JOIN home h ON h.family = 'emp' AND h.run = l.run AND h.county = l.county
LEFT JOIN household_work b ON b.home = h.home AND b.look = 'before'
LEFT JOIN household_work n ON n.home = h.home AND n.look = 'now'
WHERE l.says_status
GROUP BY ALL;
