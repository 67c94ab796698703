-- Cumulative to the data date (0), and each year of the programme that has begun by then (§9).
CREATE TABLE fund_year AS
SELECT run, county, y, CASE WHEN y = 0 THEN '' ELSE 'year=' || y END AS of_year
FROM fund_county, (SELECT unnest([0, 2016, 2017, 2018, 2019, 2020]) AS y) WHERE has_ledger AND y <= year(dd);

-- Stages (domain.md §5.4): budget → allocated → received → paid → settled, by source and in all.
INSERT INTO answer BY NAME
SELECT run, county, i.indicator, of_year AS parameters, cell_of('source', source) AS cell, i.num, i.den FROM (
  SELECT c.run, c.county, c.source, f.has_register, t.of_year,
    coalesce(sum(amount) FILTER ("entryType" = 'budget'), 0) AS budget,
    coalesce(sum(amount) FILTER ("entryType" = 'allocate'), 0) AS allocated,
    coalesce(sum(amount) FILTER ("entryType" = 'receive' AND (received OR NOT f.has_register)), 0) AS received,
    coalesce(sum(amount) FILTER (opens), 0) AS opening,
    coalesce(sum(amount) FILTER ("entryType" = 'pay' AND dedicated), 0)
      - coalesce(sum(amount) FILTER ("entryType" = 'refund' AND received), 0) AS net,
    coalesce(sum(amount) FILTER ("entryType" = 'settle'), 0) AS settled
  FROM source_cell c JOIN fund_county f USING (run, county) JOIN fund_year t USING (run, county)
  LEFT JOIN booked b ON b.run = c.run AND b.county = c.county AND (c.source = '' OR b.source = c.source)
    AND (t.y = 0 OR year(b."entryDate") = t.y)
  GROUP BY ALL
), LATERAL (VALUES
  ('fund.allocation_rate', allocated, budget, false), ('fund.arrival_rate', received, allocated, false),
  ('fund.full_closure_rate', settled, budget, false),
  ('fund.disbursement_rate', net, received + opening, true), ('fund.budget_execution', net, budget, true)
) AS i(indicator, num, den, of_register)
WHERE has_register OR NOT i.of_register;

-- Projects: cost by whichever account, net of refunds; settled of those accepted twelve months ago.
CREATE TABLE project_money AS
SELECT f.run, f.county, p.project, p."approvedInvestment" AS approved, p."plannedHouseholds" AS planned, p.completed,
  coalesce(p."acceptanceDate" <= months_back(f.dd, 12), false) AS accepted,
  coalesce(sum(amount) FILTER ("entryType" = 'pay'), 0) - coalesce(sum(amount) FILTER ("entryType" = 'refund'), 0) AS cost,
  coalesce(sum(amount) FILTER ("entryType" = 'pay' AND dedicated), 0)
    - coalesce(sum(amount) FILTER ("entryType" = 'refund' AND received), 0) AS net,
  coalesce(sum(amount) FILTER ("entryType" = 'settle'), 0) AS settled
FROM fund_county f
LEFT JOIN project p ON p.family = 'fund' AND p.run = f.run AND p.county = f.county
LEFT JOIN booked b ON b.project = p.project
WHERE f.has_ledger AND f.has_register AND f.has_projects
GROUP BY ALL;
INSERT INTO answer BY NAME
SELECT run, county, i.indicator, i.num, i.den FROM (
  SELECT run, county, coalesce(sum(settled) FILTER (accepted), 0) AS settled, coalesce(sum(greatest(0, net)) FILTER (accepted), 0) AS net,
    count(*) FILTER (cost > approved) AS over, count(approved) AS known,
    coalesce(sum(cost - (2 * approved * completed + planned) // (2 * planned)) FILTER (approved IS NOT NULL), 0) AS ahead,
    coalesce(sum(approved), 0) AS approved
  FROM project_money GROUP BY ALL
), LATERAL (VALUES
  ('fund.settlement_rate', settled, net), ('fund.overrun_projects', over, known), ('fund.progress_match', ahead, approved)
) AS i(indicator, num, den);

-- Self-raised money: at most 3,000 yuan a person and 10,000 yuan.
INSERT INTO answer BY NAME
SELECT f.run, f.county, 'fund.selfraise_compliance' AS indicator,
  count(*) FILTER ("selfRaised" <= least(300000 * "familySize", 1000000)) AS num, count("selfRaised") AS den
FROM in_force f LEFT JOIN home h ON h.family = 'fund' AND h.run = f.run AND h.county = f.county
WHERE f.family = 'fund' AND f.dataset = 'households' GROUP BY ALL;
