-- How one file names what stands in another (domain.md §4, Tokens and Cross-dataset keys).

-- Households of each family's picture, numbered. A token that two of them carry names neither.
CREATE TABLE home AS
SELECT row_number() OVER () AS home, f.family, f.run, f.county, f.dd, h.* EXCLUDE part,
  "moveInDate" IS NOT NULL AND "moveInDate" <= f.dd AS moved_in,
  count(*) OVER (PARTITION BY f.family, f.run, f.county, "headIdToken") AS same_head
FROM in_force f JOIN households h USING (part);
CREATE TABLE home_by_head AS
SELECT family, run, county, "headIdToken" AS token, min(home) AS home FROM home
WHERE "headIdToken" IS NOT NULL GROUP BY ALL HAVING count(*) = 1;
CREATE TABLE home_by_number AS
SELECT family, run, county, "householdNoToken" AS token, min(home) AS home FROM home
WHERE "householdNoToken" IS NOT NULL GROUP BY ALL HAVING count(*) = 1;

-- Two tokens that name different households name none.
CREATE MACRO agreed(a, b) AS CASE WHEN a <> b THEN NULL ELSE coalesce(a, b) END;

CREATE TABLE person AS
SELECT row_number() OVER () AS person, f.family, f.run, f.county, f.dd, f.look, p.* EXCLUDE part,
  agreed(h.home, n.home) AS home,
  year(f.dd) - "birthYear" AS age,
  year(f.dd) - "birthYear" BETWEEN 16 AND 59
    AND coalesce("labourSkill" IN ('ordinary', 'skilled', 'weak'), false)
    AND coalesce("studentStatus", '') <> 'student' AS labour,
  labour AND coalesce("employmentStatus" IN ('employed', 'self_employed'), false) AS works
FROM (
  SELECT family, run, county, part, dd, 'now' AS look FROM in_force WHERE dataset = 'persons'
  UNION ALL
  SELECT family, run, county, part, dd, 'before' FROM look_back WHERE dataset = 'persons'
) f
JOIN persons p USING (part)
LEFT JOIN home_by_head h ON h.family = f.family AND h.run = f.run AND h.county = f.county
  AND h.token = p."headIdToken"
LEFT JOIN home_by_number n ON n.family = f.family AND n.run = f.run AND n.county = f.county
  AND n.token = p."householdNoToken";

CREATE TABLE project AS
SELECT row_number() OVER () AS project, f.family, f.run, f.county, f.dd, p.*,
  least(coalesce("startedHouseholds", 0), "plannedHouseholds") AS started,
  least(coalesce("completedHouseholds", 0), "plannedHouseholds") AS completed,
  least(coalesce("occupiedHouseholds", 0), completed) AS occupied
FROM in_force f JOIN projects p USING (part);

-- Width, white space and case are folded; in names white space at all.
CREATE MACRO fold_number(t) AS upper(regexp_replace(translate(t, 'Ｐ０１', 'P01'), '\s', '', 'g'));
CREATE MACRO fold_name(t) AS lower(regexp_replace(translate(t, 'Ｐ０１', 'P01'), '[\s-]', '', 'g'));
CREATE TABLE reference AS
SELECT DISTINCT "projectId" AS text FROM (
  SELECT "projectId" FROM households UNION ALL SELECT "projectId" FROM "industryProjects"
  UNION ALL SELECT "projectId" FROM "fundLedger" UNION ALL SELECT "projectId" FROM issues
  UNION ALL SELECT "objectId" FROM responsibilities
) WHERE "projectId" IS NOT NULL;
-- By number; else by the exact name; else by a beginning, of two characters or more, that one name only has.
CREATE TABLE project_named AS
WITH met AS (
  SELECT p.family, p.run, p.county, r.text, p.project, CASE
      WHEN fold_number(r.text) = fold_number(p."projectId") THEN 1
      WHEN fold_name(r.text) = fold_name(p."projectName") THEN 2
      WHEN length(fold_name(r.text)) >= 2 AND starts_with(fold_name(p."projectName"), fold_name(r.text)) THEN 3
    END AS way
  FROM project p CROSS JOIN reference r
), best AS (
  SELECT *, min(way) OVER (PARTITION BY family, run, county, text) AS best FROM met WHERE way IS NOT NULL
)
SELECT family, run, county, text, min(project) AS project FROM best
WHERE way = best GROUP BY family, run, county, text HAVING count(*) = 1;

CREATE TABLE mode_cell AS SELECT * FROM (VALUES (''), ('concentrated'), ('scattered')) AS t(mode);
CREATE MACRO cell_of(name, value) AS CASE WHEN value = '' THEN '' ELSE name || '=' || value END;

-- The poverty line of a day's year: that of the newest year not later (K).
CREATE MACRO line_of(d) AS (SELECT max_by(fen, l.year) FROM poverty_line l WHERE l.year <= year(d));
