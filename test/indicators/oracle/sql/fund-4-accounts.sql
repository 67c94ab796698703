-- Dedicated accounts (domain.md §5.4, §9): what lies idle, and the book against the bank. An entry that names no
-- account of ours is the county's only dedicated account's; a payment without a payer is none's.
CREATE TABLE movement AS
WITH owned AS (
SELECT b.run, b.county, b.entry, b."entryType", b.source, b."entryDate", b.place, b.amount, b.opens, b.first_age, f.dd,
  CASE WHEN b.ours IS NOT NULL THEN b.ours
    WHEN f.dedicated_accounts = 1 AND b."entryType" <> 'pay' THEN (
    SELECT min("accountToken") FROM account a WHERE a.run = b.run AND a.county = b.county AND "isDedicated") END AS owner
FROM booked b JOIN fund_county f USING (run, county)
WHERE f.has_register AND (inflow("entryType") OR outflow("entryType"))
)
SELECT * FROM owned o WHERE EXISTS (SELECT 1 FROM account a WHERE a.run = o.run AND a.county = o.county
  AND a."accountToken" = o.owner AND a."isDedicated");

-- Idle: lots are the opening, receipts and transfers in; first in, first out; refunds undo the newest use, so what is
-- used is all that went out less what came back.
CREATE TABLE flow AS
SELECT *, CASE WHEN opens OR "entryType" IN ('receive', 'transfer_in') THEN amount ELSE 0 END AS lot,
  greatest(0, sum(CASE WHEN outflow("entryType") THEN amount WHEN "entryType" = 'refund' THEN -amount ELSE 0 END)
    OVER (PARTITION BY run, county, owner)) AS used,
  sum(CASE WHEN opens OR "entryType" IN ('receive', 'transfer_in') THEN amount ELSE 0 END) OVER w AS lots
FROM movement WHERE "entryType" NOT IN ('balance', 'interest') AND ("entryType" <> 'opening' OR opens)
WINDOW w AS (PARTITION BY run, county, owner ORDER BY opens DESC, "entryDate", place);
CREATE TABLE lot AS
SELECT f.run, f.county, f.source, f."entryDate", f.dd, f.lot, greatest(0, least(f.lot, f.lots - f.used)) AS unspent
FROM flow f WHERE f.lot > 0;
INSERT INTO answer BY NAME
SELECT c.run, c.county, i.indicator, cell_of('source', c.source) AS cell,
  coalesce(sum(unspent) FILTER ("entryDate" < months_back(l.dd, i.months)), 0) AS num, coalesce(sum(lot), 0) AS den
FROM source_cell c JOIN fund_county f USING (run, county)
CROSS JOIN (VALUES ('fund.idle_ratio_12m', 12), ('fund.idle_ratio_24m', 24)) AS i(indicator, months)
LEFT JOIN lot l ON l.run = c.run AND l.county = c.county AND (c.source = '' OR l.source = c.source)
WHERE f.has_register GROUP BY ALL;

-- The book of an account up to a day.
CREATE MACRO booked_amount(kind, is_opening, much) AS CASE
  WHEN is_opening OR kind IN ('receive', 'interest', 'transfer_in', 'refund') THEN much
  WHEN kind IN ('pay', 'transfer_out', 'return_up') THEN -much ELSE 0 END;
CREATE TABLE checked AS
SELECT f.run, f.county, a."accountToken" AS owner, f.dd
FROM fund_county f JOIN account a USING (run, county)
WHERE f.has_ledger AND "isDedicated" AND f.dd BETWEEN valid_from AND valid_to GROUP BY ALL;
CREATE TABLE bank AS
SELECT DISTINCT ON (run, county, owner) c.run, c.county, c.owner, m."entryDate" AS day, m.amount
FROM checked c JOIN movement m USING (run, county, owner)
WHERE m."entryType" = 'balance' AND date_trunc('month', m."entryDate") = date_trunc('month', c.dd) AND m."entryDate" <= c.dd
ORDER BY run, county, owner, m."entryDate" DESC, m.place DESC;
CREATE TABLE account_state AS
SELECT c.run, c.county, c.owner, abs(b.amount - coalesce((
    SELECT sum(booked_amount("entryType", opens, amount)) FROM movement m
    WHERE m.run = c.run AND m.county = c.county AND m.owner = c.owner AND m."entryDate" <= b.day), 0)) AS gap,
  -- a later ledger's opening balance is the book of the days before
  NOT EXISTS (SELECT 1 FROM movement o WHERE o.run = c.run AND o.county = c.county AND o.owner = c.owner
    AND o."entryType" = 'opening' AND NOT o.opens AND abs(o.amount - coalesce((
      SELECT sum(booked_amount("entryType", opens, amount)) FROM movement m
      WHERE m.run = c.run AND m.county = c.county AND m.owner = c.owner AND m."entryDate" < o."entryDate"), 0)) > 1) AS carried
FROM checked c LEFT JOIN bank b USING (run, county, owner);
INSERT INTO answer BY NAME
SELECT f.run, f.county, i.indicator,
  CASE i.indicator WHEN 'fund.reconciled_accounts' THEN count(*) FILTER (gap <= 1 AND carried) ELSE coalesce(sum(gap), 0) END AS num,
  CASE i.indicator WHEN 'fund.reconciled_accounts' THEN count(s.owner) ELSE count(gap) END AS den
FROM fund_county f CROSS JOIN (VALUES ('fund.reconciled_accounts'), ('fund.reconciliation_gap')) AS i(indicator)
LEFT JOIN account_state s USING (run, county)
WHERE f.has_ledger AND f.has_register GROUP BY f.run, f.county, i.indicator;
