-- Petitions and inspections (domain.md §5.7, §9). The day is the newest data date of all issues files.
CREATE TABLE issue_county AS
SELECT run, county, max(dd) AS dd, bool_and(list_contains(coalesce(names, []), 'assignedDate')) AS no_assigned,
  bool_and(list_contains(coalesce(names, []), 'respondedDate')) AS no_responded,
  bool_and(list_contains(coalesce(names, []), 'closedDate')) AS no_closed,
  bool_and(list_contains(coalesce(names, []), 'repeatOf')) AS no_repeat
FROM in_force LEFT JOIN silences USING (part) WHERE family = 'issue' AND dataset = 'issues' GROUP BY run, county;
CREATE TABLE matter AS
SELECT i.*, c.dd, coalesce(found, true) AS counts,
  coalesce("dueDate", "receivedDate" + CASE WHEN extended THEN 90 ELSE 60 END) AS due,
  CASE WHEN "closedDate" <= c.dd THEN "closedDate" END AS closed,
  CASE WHEN "assignedDate" <= c.dd THEN "assignedDate" END AS assigned,
  CASE WHEN "respondedDate" <= c.dd THEN "respondedDate" END AS responded
FROM (
  SELECT DISTINCT ON (run, county, "issueNo") f.run, f.county, i.* EXCLUDE part
  FROM in_force f JOIN issues i USING (part) WHERE f.family = 'issue'
  ORDER BY run, county, "issueNo", f.age DESC
) i JOIN issue_county c USING (run, county)
WHERE "receivedDate" <= c.dd;

INSERT INTO answer BY NAME
SELECT run, county, i.indicator, i.cell, i.num, i.den FROM (
  SELECT c.* EXCLUDE dd, count(*) FILTER (counts) AS received,
    count(*) FILTER (counts AND "receivedDate" < c.dd - 3) AS ripe,
    count(*) FILTER (counts AND "receivedDate" < c.dd - 3 AND assigned IS NOT NULL) AS assigned,
    count(*) FILTER (counts AND due <= c.dd) AS due,
    count(*) FILTER (counts AND due <= c.dd AND responded IS NOT NULL) AS responded,
    count(*) FILTER (counts AND due <= c.dd AND closed IS NOT NULL) AS closed,
    count(*) FILTER (counts AND due <= c.dd AND closed <= due) AS ontime,
    count(*) FILTER (counts AND closed IS NULL AND due < c.dd) AS overdue,
    count(*) FILTER (counts AND closed IS NULL AND c.dd - due BETWEEN 1 AND 30) AS young,
    count(*) FILTER (counts AND closed IS NULL AND c.dd - due BETWEEN 31 AND 90) AS middle,
    count(*) FILTER (counts AND closed IS NULL AND c.dd - due > 90) AS old,
    count(*) FILTER (counts AND "repeatOf" IS NOT NULL) AS repeated,
    count(*) FILTER (counts AND closed >= "receivedDate") AS lasted,
    count(*) FILTER (counts AND "issueType" IN ('inspection', 'audit') AND due <= c.dd) AS findings,
    count(*) FILTER (counts AND "issueType" IN ('inspection', 'audit') AND due <= c.dd AND closed IS NOT NULL) AS rectified
  FROM issue_county c LEFT JOIN matter USING (run, county) GROUP BY ALL
), LATERAL (VALUES
  ('issue.assigned_rate', '', assigned, ripe, no_assigned), ('issue.response_rate', '', responded, due, no_responded),
  ('issue.closure_rate', '', closed, due, no_closed), ('issue.ontime_rate', '', ontime, due, no_closed),
  ('issue.overdue', '', overdue, received, no_closed), ('issue.overdue', 'age=up_to_30', young, received, no_closed),
  ('issue.overdue', 'age=31_to_90', middle, received, no_closed), ('issue.overdue', 'age=over_90', old, received, no_closed),
  ('issue.repeat_rate', '', repeated, received, no_repeat), ('issue.median_days', '', lasted, received, no_closed),
  ('issue.rectified_rate', '', rectified, findings, no_closed)
) AS i(indicator, cell, num, den, silent)
WHERE NOT i.silent;
INSERT INTO pooled (run, county, indicator, key, amount)
SELECT run, county, 'issue.median_days', (closed - "receivedDate")::VARCHAR, 1 FROM matter
WHERE counts AND closed >= "receivedDate";

-- Concentrated sites inspected in the last 90 days, whether something was found or not; inspections of which none says
-- where are no data.
INSERT INTO answer BY NAME
WITH inspection AS (
  SELECT m.run, m.county, n.project, m."projectId" IS NOT NULL AS named, m."receivedDate" >= m.dd - 90 AS recent
  FROM matter m LEFT JOIN project_named n ON n.family = 'issue' AND n.run = m.run AND n.county = m.county
    AND n.text = m."projectId"
  WHERE m."issueType" = 'inspection'
), told AS (SELECT run, county, bool_or(named) AS named FROM inspection GROUP BY run, county)
SELECT c.run, c.county, 'issue.inspection_coverage' AS indicator,
  count(*) FILTER (EXISTS (SELECT 1 FROM inspection i WHERE i.project = p.project AND i.recent)) AS num,
  count(p.project) AS den
FROM issue_county c JOIN (SELECT run, county FROM in_force WHERE family = 'issue' AND dataset = 'projects') USING (run, county)
LEFT JOIN told t USING (run, county)
LEFT JOIN project p ON p.family = 'issue' AND p.run = c.run AND p.county = c.county AND p.mode = 'concentrated'
WHERE coalesce(t.named, true)
GROUP BY c.run, c.county;
