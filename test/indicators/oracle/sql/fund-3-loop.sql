-- The closed loop (domain.md §5.4, §9): every payment against every test.
CREATE TABLE allowed AS
WITH works AS (SELECT unnest(['housing', 'infrastructure', 'public_service', 'land', 'demolition_reclaim', 'management']) AS purpose)
SELECT 'central_budget' AS source, 'housing' AS purpose
UNION ALL SELECT 'interest_subsidy', 'interest' UNION ALL SELECT 'self_raised', 'housing'
UNION ALL SELECT s, purpose FROM works, (SELECT unnest(['local_bond', 'special_fund', 'policy_loan']) AS s)
UNION ALL SELECT s, purpose FROM (SELECT purpose FROM works UNION ALL SELECT unnest(['industry', 'training', 'other'])),
  (SELECT unnest(['central_fiscal', 'provincial', 'city_county', 'other']) AS s);

CREATE TABLE payment AS
WITH party AS (
  -- the payee by account, or where it is blank by name
  SELECT b.entry, a."partyId", a.role, coalesce(a."isPersonal", false) AS personal
  FROM booked b JOIN account a ON a.run = b.run AND a.county = b.county
    AND CASE WHEN b."payeeAccountToken" IS NOT NULL THEN a."accountToken" = b."payeeAccountToken"
      ELSE a."partyNameToken" = b."payeeNameToken" END
  WHERE b."entryType" = 'pay'
), payee AS (
  SELECT entry, any_value("partyId") AS party, bool_or(role = 'household') AS household, bool_or(personal) AS personal
  FROM party GROUP BY entry
)
SELECT b.*, y.party, y.entry IS NOT NULL AS known, coalesce(y.household, false) AS household,
  NOT dedicated AS outside,
  EXISTS (SELECT 1 FROM account a WHERE a.run = b.run AND a.county = b.county AND a."accountToken" = b.ours
      AND a."isDedicated" AND a."isPersonal")
    OR (coalesce(y.personal, false) AND b."payeeAccountToken" IS NOT NULL AND NOT coalesce(y.household, false)) AS personal,
  NOT EXISTS (SELECT 1 FROM allowed w WHERE w.source = b.source AND w.purpose = b.purpose) AS misused,
  NOT filed AS orphan, "entryDate" < b.dd - 30 AND NOT filed AS old_orphan
FROM booked b LEFT JOIN payee y USING (entry) JOIN fund_county f USING (run, county)
WHERE b."entryType" = 'pay' AND f.has_register AND f.has_projects;

-- Management above 2 % of the budget of its source, running in order of date and entry; without a budget no ceiling.
CREATE TABLE excess_management AS
SELECT entry FROM (
  SELECT p.entry, sum(p.amount) OVER (PARTITION BY p.run, p.county, p.source ORDER BY p."entryDate", p.place) AS upto,
    (SELECT sum(amount) FROM booked b WHERE b.run = p.run AND b.county = p.county AND b.source = p.source
      AND b."entryType" = 'budget') AS budget
  FROM payment p WHERE purpose = 'management' AND NOT misused
) WHERE upto * 100 > 2 * budget;

-- Above what its source has received and opened with, refunds given back; the opening comes first, whenever dated.
CREATE TABLE overdrawn AS
SELECT entry FROM (
  SELECT entry, "entryType", dedicated, sum(CASE
      WHEN opens OR "entryType" IN ('receive', 'refund') AND received THEN amount
      WHEN "entryType" = 'pay' AND dedicated THEN -amount ELSE 0 END)
    OVER (PARTITION BY run, county, source ORDER BY opens DESC, "entryDate", place) AS left_over
  FROM booked
) WHERE "entryType" = 'pay' AND dedicated AND left_over < 0;

-- 80 % or more that comes back from any account of the payee within thirty days.
CREATE TABLE round_trip AS
SELECT p.entry FROM payment p JOIN booked b USING (run, county)
WHERE b."entryType" IN ('receive', 'refund') AND b."entryDate" BETWEEN p."entryDate" AND p."entryDate" + 30
  AND (b."payerAccountToken" = p."payeeAccountToken" OR EXISTS (
    SELECT 1 FROM account a WHERE a.run = p.run AND a.county = p.county AND a."partyId" = p.party
      AND a."accountToken" = b."payerAccountToken"))
GROUP BY p.entry, p.amount HAVING sum(b.amount) * 100 >= 80 * p.amount;

CREATE TABLE tested AS
WITH judged AS (
  SELECT p.*, outside OR personal OR NOT known OR misused OR old_orphan
    OR entry IN (FROM excess_management) OR entry IN (FROM overdrawn) OR entry IN (FROM round_trip) AS red
  FROM payment p
)
SELECT *, NOT red AND NOT orphan AND "voucherNo" IS NOT NULL AS passes FROM judged;

-- Room on a project: what is allocated to it, used in order of date and entry by payments that pass all else; one that
-- exceeds it fails whole. A refund by the payee of payments that passed gives back at most what passed.
CREATE TABLE room_event AS
SELECT run, county, project, entry, amount, party, is_payment,
  row_number() OVER (PARTITION BY project ORDER BY "entryDate", place) AS turn
FROM (
  SELECT run, county, project, entry, amount, coalesce(party, "payeeAccountToken") AS party, true AS is_payment, "entryDate", place
  FROM tested WHERE passes
  UNION ALL
  SELECT b.run, b.county, b.project, b.entry, b.amount, a."partyId", false, b."entryDate", b.place
  FROM booked b JOIN account a ON a.run = b.run AND a.county = b.county AND a."accountToken" = b."payerAccountToken"
  WHERE b."entryType" = 'refund' AND b.project IS NOT NULL
);
CREATE TABLE roomy AS
WITH RECURSIVE step(project, turn, entry, fits, room, passed) AS (
  SELECT e.project, 0::BIGINT, 0::BIGINT, false, coalesce((SELECT sum(amount) FROM booked b
      WHERE b.project = e.project AND b."entryType" = 'allocate'), 0)::HUGEINT, MAP {'': 0::HUGEINT}
  FROM (SELECT DISTINCT project FROM room_event) e
  UNION ALL
  SELECT s.project, e.turn, e.entry, e.is_payment AND e.amount <= s.room,
    CASE WHEN NOT e.is_payment THEN s.room + least(e.amount, coalesce(s.passed[e.party], 0))
      WHEN e.amount <= s.room THEN s.room - e.amount ELSE s.room END,
    CASE WHEN NOT e.is_payment
        THEN map_concat(s.passed, MAP {e.party: coalesce(s.passed[e.party], 0) - least(e.amount, coalesce(s.passed[e.party], 0))})
      WHEN e.amount <= s.room THEN map_concat(s.passed, MAP {e.party: coalesce(s.passed[e.party], 0) + e.amount})
      ELSE s.passed END
  FROM step s JOIN room_event e ON e.project = s.project AND e.turn = s.turn + 1
)
SELECT entry FROM step WHERE fits;

INSERT INTO answer BY NAME
SELECT run, county, i.indicator, concat_ws(';', nullif(i.parameters, ''), nullif(of_year, '')) AS parameters, cell_of('source', source) AS cell, i.num, i.den FROM (
  SELECT c.run, c.county, c.source, y.of_year, coalesce(sum(amount), 0) AS gross, count(entry) AS payments,
    coalesce(sum(amount) FILTER (entry IN (FROM roomy)), 0) AS looped,
    coalesce(sum(amount) FILTER (red), 0) AS leak,
    coalesce(sum(amount) FILTER (orphan), 0) AS orphan,
    coalesce(sum(amount) FILTER ("voucherNo" IS NOT NULL AND ("contractNo" IS NOT NULL OR household) AND project IS NOT NULL), 0) AS traced,
    count(*) FILTER ("voucherNo" IS NOT NULL AND ("contractNo" IS NOT NULL OR household) AND project IS NOT NULL) AS traces
  FROM source_cell c JOIN fund_county f USING (run, county) JOIN fund_year y USING (run, county)
  LEFT JOIN tested t ON t.run = c.run AND t.county = c.county AND (c.source = '' OR t.source = c.source)
    AND (y.y = 0 OR year(t."entryDate") = y.y)
  WHERE f.has_register AND f.has_projects GROUP BY ALL
), LATERAL (VALUES
  ('fund.closed_loop_rate', '', looped, gross), ('fund.leak_ratio', '', leak, gross), ('fund.leak_amount', '', leak, gross),
  ('fund.orphan_ratio', '', orphan, gross), ('fund.traceability', 'basis=count', traces, payments),
  ('fund.traceability', 'basis=amount', traced, gross)
) AS i(indicator, parameters, num, den);
