-- Industry and shares (domain.md §5.3, §9).

-- Industry projects: per project the row of the newest year not later than the period's (R5).
CREATE TABLE base AS
SELECT DISTINCT ON (run, county, "industryId") f.run, f.county, f.dd, i.* EXCLUDE part,
  least("convertedToShares", "fiscalInvested") AS converted
FROM in_force f JOIN "industryProjects" i USING (part) JOIN selected s USING (family, run, county)
WHERE f.family = 'share' AND i.year <= s.year
ORDER BY run, county, "industryId", i.year DESC;
CREATE TABLE has AS SELECT DISTINCT run, county, dataset FROM in_force WHERE family = 'share';
CREATE TABLE base_county AS SELECT run, county FROM has WHERE dataset = 'industryProjects';
-- Counties that have a dividend year.
CREATE TABLE dividend_county AS SELECT DISTINCT run, county FROM holding WHERE family = 'share' AND newest;
CREATE TABLE dividend AS SELECT * FROM holding WHERE family = 'share' AND newest;

INSERT INTO answer BY NAME
SELECT run, county, i.indicator, i.num, i.den FROM (
  SELECT c.run, c.county, coalesce(sum(converted), 0) AS converted, coalesce(sum("fiscalInvested"), 0) AS invested,
    coalesce(sum("convertedToShares") FILTER ("entityCapital" IS NOT NULL), 0) AS stated,
    coalesce(sum("convertedToShares" + "entityCapital"), 0) AS capital,
    coalesce(sum("fiscalInvested") FILTER ("netProfit" < 0), 0) AS loss
  FROM base_county c LEFT JOIN base USING (run, county) GROUP BY ALL
), LATERAL (VALUES
  ('share.conversion_rate', converted, invested), ('share.poverty_ratio', stated, capital),
  ('share.loss_exposure', loss, invested), ('share.concentration', 0, invested), ('share.hhi', 0, invested)
) AS i(indicator, num, den);
INSERT INTO pooled (run, county, indicator, key, amount)
SELECT run, county, i.indicator, "entityUscc", "fiscalInvested"
FROM base CROSS JOIN (VALUES ('share.concentration'), ('share.hhi')) AS i(indicator);
INSERT INTO answer BY NAME
SELECT c.run, c.county, 'share.model_mix' AS indicator, cell_of('model', m.model) AS cell,
  coalesce(sum("fiscalInvested") FILTER (m.model = '' OR b.model = m.model), 0) AS num,
  coalesce(sum("fiscalInvested"), 0) AS den
FROM base_county c
CROSS JOIN (VALUES (''), ('company_base_farmer'), ('company_coop_farmer'), ('village_company_base_poor'), ('other')) AS m(model)
LEFT JOIN base b USING (run, county) GROUP BY ALL;

-- Concentrated sites that an industry project names.
INSERT INTO answer BY NAME
SELECT c.run, c.county, 'share.site_industry_coverage' AS indicator, count(DISTINCT l.project) AS num,
  count(DISTINCT p.project) AS den
FROM base_county c JOIN (SELECT run, county FROM has WHERE dataset = 'projects') USING (run, county)
LEFT JOIN project p ON p.family = 'share' AND p.run = c.run AND p.county = c.county AND p.mode = 'concentrated'
LEFT JOIN (
  SELECT n.project FROM base b JOIN project_named n ON n.family = 'share' AND n.run = b.run AND n.county = b.county
    AND n.text = b."projectId"
) l ON l.project = p.project
GROUP BY ALL;

-- Households: moved in and registered, with a valid share of the newest year, or a job at a base or in a workshop.
CREATE TABLE linked AS
SELECT h.run, h.county, h.home,
  EXISTS (SELECT 1 FROM dividend d WHERE d.home = h.home AND d."sharePrincipal" > 0) AS holds,
  EXISTS (SELECT 1 FROM person p WHERE p.home = h.home AND p."employmentStatus" = 'employed'
    AND p."employmentForm" IN ('base', 'workshop')) AS has_job
FROM home h WHERE h.family = 'share' AND h.moved_in AND h."isRegistered";
INSERT INTO answer BY NAME
SELECT c.run, c.county, i.indicator,
  count(*) FILTER (holds OR has_job AND i.indicator = 'share.industry_coverage') AS num, count(l.home) AS den
FROM dividend_county c JOIN (SELECT run, county FROM has WHERE dataset = 'households') USING (run, county)
CROSS JOIN (VALUES ('share.household_coverage'), ('share.industry_coverage')) AS i(indicator)
LEFT JOIN linked l USING (run, county)
WHERE i.indicator = 'share.household_coverage'
  OR EXISTS (SELECT 1 FROM has p WHERE p.run = c.run AND p.county = c.county AND p.dataset = 'persons')
GROUP BY ALL;

-- Dividends of the newest year.
INSERT INTO answer BY NAME
SELECT run, county, i.indicator, i.num, i.den FROM (
  SELECT d.run, d.county, sum(least("dividendPaid", "dividendDue")) AS paid_of_due, sum("dividendDue") AS due,
    sum("dividendPaid") AS paid, sum("sharePrincipal") AS principal,
    count(*) FILTER ("dividendDue" > 0) AS rows_due,
    count(*) FILTER ("dividendDue" > 0 AND "dividendPaid" >= "dividendDue"
      AND "paidDate" <= make_date(d.year, 12, 31) AND "paidDate" <= d.dd) AS ontime
  FROM dividend d GROUP BY ALL
), LATERAL (VALUES
  ('share.dividend_paid_rate', paid_of_due, due), ('share.yield', paid, principal),
  ('share.dividend_ontime_rate', ontime, rows_due)
) AS i(indicator, num, den);
INSERT INTO answer BY NAME
SELECT run, county, 'share.mean_dividend' AS indicator, coalesce(sum(paid) FILTER (due > 0), 0) AS num,
  count(*) FILTER (due > 0) AS den
FROM (
  SELECT run, county, holder, sum("dividendPaid") AS paid, sum("dividendDue") AS due FROM dividend GROUP BY ALL
) GROUP BY ALL;
INSERT INTO answer BY NAME
SELECT c.run, c.county, 'share.guarantee_met' AS indicator, count(*) FILTER (d.paid >= d.principal * b."guaranteedRate") AS num,
  count(d.principal) AS den
FROM dividend_county c JOIN base_county USING (run, county)
LEFT JOIN base b ON b.run = c.run AND b.county = c.county AND b."guaranteedRate" > 0
LEFT JOIN (
  SELECT run, county, "industryId", sum("sharePrincipal") AS principal, sum("dividendPaid") AS paid
  FROM dividend GROUP BY ALL HAVING sum("sharePrincipal") > 0
) d ON d.run = b.run AND d.county = b.county AND d."industryId" = b."industryId"
GROUP BY ALL;

-- 一分了之: ten holders or more in the project's newest year, paid alike for unequal principal; or paid in one year
-- and never since.
INSERT INTO answer BY NAME
WITH of_year AS (
  SELECT run, county, "industryId", year, sum("dividendPaid") AS paid
  FROM holding WHERE family = 'share' AND known GROUP BY ALL
), once AS (
  SELECT run, county, "industryId", count(*) FILTER (paid > 0) = 1 AND max(year) FILTER (paid > 0) < max(year) AS once
  FROM of_year GROUP BY ALL
), alike AS (
  SELECT run, county, "industryId", count(DISTINCT holder) AS holders,
    min("dividendPaid") = max("dividendPaid") AND min("dividendPaid") > 0
      AND min("sharePrincipal") < max("sharePrincipal") AS alike
  FROM holding JOIN (SELECT run, county, "industryId", max(year) AS year FROM of_year GROUP BY ALL)
    USING (run, county, "industryId", year)
  WHERE family = 'share' GROUP BY ALL
)
SELECT run, county, 'share.equal_handout' AS indicator,
  count(*) FILTER (holders >= 10 AND (alike OR once)) AS num, count(*) AS den
FROM dividend_county JOIN once USING (run, county) LEFT JOIN alike USING (run, county, "industryId") GROUP BY ALL;

-- Principal: per project and household the newest year; where its project stands in the industry file.
CREATE TABLE principal AS
SELECT h.run, h.county, h."industryId", h."shareSource", h."sharePrincipal" AS principal, b.buyback,
  b."guaranteedRate", b."equityRegistered", b."agreementEnd"
FROM holding h JOIN base b USING (run, county, "industryId") WHERE h.family = 'share' AND h.last_of_holder;
-- Agreements end as their own file sees it; without a dividend year nothing is known of shares.
CREATE TABLE equity_county AS
SELECT run, county, f.dd FROM dividend_county JOIN in_force f USING (run, county)
WHERE f.family = 'share' AND f.dataset = 'industryProjects';
INSERT INTO answer BY NAME
SELECT run, county, i.indicator, i.num, i.den FROM (
  SELECT c.run, c.county, coalesce(sum(principal), 0) AS principal,
    coalesce(sum(principal) FILTER ("shareSource" = 'fiscal_quantified'), 0) AS quantified,
    coalesce(sum(principal) FILTER (buyback AND "guaranteedRate" > 0 AND NOT "equityRegistered"), 0) AS debt,
    coalesce(sum(principal) FILTER ("agreementEnd" BETWEEN c.dd AND c.dd + to_months(12)), 0) AS maturing,
    coalesce(sum(principal) FILTER ("agreementEnd" < c.dd), 0) AS overdue,
    (SELECT coalesce(sum("convertedToShares"), 0) FROM base b WHERE b.run = c.run AND b.county = c.county) AS converted
  FROM equity_county c LEFT JOIN principal p USING (run, county) GROUP BY ALL
), LATERAL (VALUES
  ('share.quantified_rate', quantified, converted), ('share.debt_like', debt, principal),
  ('share.maturity_12m', maturing, principal), ('share.overdue_principal', overdue, principal)
) AS i(indicator, num, den);
INSERT INTO answer BY NAME
SELECT c.run, c.county, 'share.link_rate_funds' AS indicator, coalesce(sum("fiscalInvested") FILTER (
    "agreementNo" IS NOT NULL AND EXISTS (SELECT 1 FROM holding h WHERE h.family = 'share' AND h.known AND h.run = b.run
      AND h.county = b.county AND h."industryId" = b."industryId")), 0) AS num,
  coalesce(sum("fiscalInvested"), 0) AS den
FROM equity_county c LEFT JOIN base b USING (run, county) GROUP BY ALL;
