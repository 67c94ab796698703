-- The ledger of a county over all its files (domain.md §4 D8; §9 R3, R8), as each family that reads it sees it.
CREATE MACRO inflow(t) AS t IN ('opening', 'receive', 'refund', 'interest', 'transfer_in', 'balance');
CREATE MACRO outflow(t) AS t IN ('pay', 'transfer_out', 'return_up');
CREATE TABLE line AS
SELECT f.family, f.run, f.county, f.age, l.* EXCLUDE part,
  CASE WHEN inflow("entryType") THEN "payeeAccountToken" WHEN outflow("entryType") THEN "payerAccountToken" END AS ours,
  CASE WHEN inflow("entryType") THEN "payerAccountToken"
    WHEN outflow("entryType") THEN coalesce("payeeAccountToken", "payeeNameToken") END AS other
FROM in_force f JOIN "fundLedger" l USING (part);

-- One number, one entry: the newest statement counts and keeps the place of the first.
CREATE TABLE entered AS
SELECT DISTINCT ON (family, run, county, "entryNo") * EXCLUDE (age, "sourceSheet", "sourceRow"),
  first_value({age: age, sheet: "sourceSheet", line: "sourceRow"}) OVER (PARTITION BY family, run, county, "entryNo" ORDER BY age) AS place,
  min(age) OVER (PARTITION BY family, run, county, "entryNo") AS first_age
FROM line ORDER BY family, run, county, "entryNo", age DESC;

-- DUP_EXACT: account entries alike in type, own account, voucher, day, amount and other party (inflows: and source).
CREATE TABLE counted AS
WITH ranked AS (
  SELECT *, row_number() OVER (
      PARTITION BY family, run, county, "entryType", ours, "voucherNo", "entryDate", amount, other,
        CASE WHEN inflow("entryType") THEN source END
      ORDER BY place
    ) AS turn
  FROM entered
)
SELECT r.* EXCLUDE turn, f.dd FROM ranked r
JOIN (SELECT family, run, county, max(dd) AS dd FROM in_force WHERE dataset = 'fundLedger' GROUP BY ALL) f
  USING (family, run, county)
WHERE (turn = 1 OR "voucherNo" IS NULL OR other IS NULL OR NOT (inflow("entryType") OR outflow("entryType")))
  AND "entryDate" <= f.dd;

-- Reversals take their amount from the entry they name; a reversal that is itself reversed takes that much less.
CREATE TABLE reversal AS
SELECT x.family, x.run, x.county, x."entryNo", x."reversesEntryNo" AS names,
  greatest(0, x.amount - coalesce((SELECT sum(y.amount) FROM counted y WHERE y.family = x.family AND y.run = x.run AND y.county = x.county
    AND y."entryType" = 'reverse' AND y."reversesEntryNo" = x."entryNo"), 0)) AS takes
FROM counted x WHERE x."entryType" = 'reverse';
CREATE TABLE entry AS
SELECT row_number() OVER () AS entry, c.* EXCLUDE amount,
  greatest(0, c.amount - coalesce(r.takes, 0)) AS amount, n.project,
  coalesce(p."filingResult" = 'passed', false) AS filed
FROM counted c
LEFT JOIN (SELECT family, run, county, names, sum(takes) AS takes FROM reversal GROUP BY ALL) r
  ON r.family = c.family AND r.run = c.run AND r.county = c.county AND r.names = c."entryNo"
LEFT JOIN project_named n ON n.family = c.family AND n.run = c.run AND n.county = c.county AND n.text = c."projectId"
LEFT JOIN project p ON p.project = n.project
WHERE c."entryType" <> 'reverse' AND greatest(0, c.amount - coalesce(r.takes, 0)) > 0;

-- The register of accounts.
CREATE TABLE registered AS
SELECT f.family, f.run, f.county, f.dd, a.* EXCLUDE part, coalesce("validFrom", DATE '0001-01-01') AS valid_from,
  coalesce("validTo", DATE '9999-12-31') AS valid_to
FROM in_force f JOIN "fundParties" a USING (part);
CREATE TABLE account AS SELECT * EXCLUDE family FROM registered WHERE family = 'fund';
CREATE TABLE fund_county AS
SELECT run, county, max(dd) FILTER (dataset = 'fundLedger') AS dd,
  bool_or(dataset = 'fundLedger') AS has_ledger, bool_or(dataset = 'fundParties') AS has_register,
  bool_or(dataset = 'projects') AS has_projects,
  (SELECT count(DISTINCT "accountToken") FROM account a WHERE a.run = f.run AND a.county = f.county AND "isDedicated") AS dedicated_accounts
FROM in_force f WHERE family = 'fund' GROUP BY ALL;

-- Entries with what their accounts are. Of money going out the account of ours must be valid on the day; of money
-- coming in the register must know it as dedicated, and a blank one is taken for that.
CREATE TABLE book AS
WITH owned AS (
  SELECT e.*, EXISTS (SELECT 1 FROM registered a WHERE a.family = e.family AND a.run = e.run AND a.county = e.county
      AND a."accountToken" = e.ours AND a."isDedicated" AND e."entryDate" BETWEEN a.valid_from AND a.valid_to) AS dedicated,
    EXISTS (SELECT 1 FROM registered a WHERE a.family = e.family AND a.run = e.run AND a.county = e.county
      AND a."accountToken" = e.ours AND a."isDedicated") AS registered,
    -- the first ledger that names the account, whether what it says counts yet or not
    first_age = (SELECT min(l.first_age) FROM entered l WHERE l.family = e.family AND l.run = e.run AND l.county = e.county
      AND l.ours IS NOT DISTINCT FROM e.ours AND (inflow(l."entryType") OR outflow(l."entryType"))) AS of_first_ledger
  FROM entry e
)
SELECT *, inflow("entryType") AND (ours IS NULL OR registered) AS received,
  "entryType" = 'opening' AND received AND of_first_ledger AS opens
FROM owned e;
CREATE TABLE booked AS SELECT * EXCLUDE family FROM book WHERE family = 'fund';
CREATE TABLE source_cell AS
SELECT DISTINCT run, county, source FROM booked UNION SELECT run, county, '' FROM fund_county WHERE has_ledger;
