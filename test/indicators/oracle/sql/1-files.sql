-- Tables of the files as ingest leaves them (domain.md §4), one for each dataset, and how they are in force.
CREATE TABLE asked (run INTEGER, first_day DATE, last_day DATE);
CREATE TABLE part (
  part INTEGER, run INTEGER, county VARCHAR, dataset VARCHAR, period VARCHAR,
  first_day DATE, last_day DATE, data_date DATE
);
CREATE TABLE targets (
  part INTEGER, "planYear" INTEGER, "targetType" VARCHAR, mode VARCHAR, persons BIGINT, "effectiveDate" DATE
);
CREATE TABLE projects (
  part INTEGER, "projectId" VARCHAR, "projectName" VARCHAR, mode VARCHAR, "planYear" INTEGER,
  "plannedHouseholds" BIGINT, "plannedPersons" BIGINT, "startedHouseholds" BIGINT, "completedHouseholds" BIGINT,
  "occupiedHouseholds" BIGINT, "approvedInvestment" BIGINT, "filingNo" VARCHAR, "filingDate" DATE,
  "filingResult" VARCHAR, "startDate" DATE, "completionDate" DATE, "acceptanceDate" DATE, "acceptanceResult" VARCHAR,
  "qualityLetterSigned" BOOLEAN, "avoidGeohazard" BOOLEAN, "avoidFlood" BOOLEAN, "avoidEcoReserve" BOOLEAN,
  "avoidPrimeFarmland" BOOLEAN, "nearTown" BOOLEAN, "nearParkScenic" BOOLEAN, "nearNewCommunity" BOOLEAN,
  "nearCentralVillage" BOOLEAN, "reachValue" BOOLEAN, "reachIncome" BOOLEAN, "reachInfra" BOOLEAN,
  "reachServices" BOOLEAN
);
CREATE TABLE households (
  part INTEGER, "headIdToken" VARCHAR, "householdNoToken" VARCHAR, "projectId" VARCHAR, mode VARCHAR,
  "originPointId" VARCHAR,
  "familySize" BIGINT, "isRegistered" BOOLEAN, "houseArea" DECIMAL(18, 6), "selfRaised" BIGINT, "startDate" DATE,
  "completionDate" DATE, "keyHandedDate" DATE, "moveInDate" DATE, "demolitionAgreed" BOOLEAN,
  "demolishedDate" DATE, "reclaimedArea" DECIMAL(18, 6), "deedIssued" BOOLEAN, "outOfPovertyYear" INTEGER,
  "incomePerCapita" BIGINT, "safetyNetType" VARCHAR
);
CREATE TABLE persons (
  part INTEGER, "personToken" VARCHAR, "headIdToken" VARCHAR, "householdNoToken" VARCHAR, "birthYear" INTEGER,
  sex VARCHAR, "studentStatus" VARCHAR, "labourSkill" VARCHAR, "workWillingness" BOOLEAN,
  "employmentStatus" VARCHAR, "employmentForm" VARCHAR, "workRegion" VARCHAR, "monthsWorked" DECIMAL(18, 6),
  "monthlyWage" BIGINT, "hiredDate" DATE, "trainedDate" DATE, "transferAssisted" BOOLEAN
);
CREATE TABLE "industryProjects" (
  part INTEGER, "industryId" VARCHAR, year INTEGER, model VARCHAR, "entityUscc" VARCHAR, "projectId" VARCHAR,
  "fiscalInvested" BIGINT, "entityCapital" BIGINT, "convertedToShares" BIGINT, "agreementNo" VARCHAR,
  "agreementEnd" DATE, "guaranteedRate" DECIMAL(18, 6), buyback BOOLEAN, "equityRegistered" BOOLEAN,
  "netProfit" BIGINT
);
CREATE TABLE shares (
  part INTEGER, "sourceSheet" INTEGER, "sourceRow" INTEGER, "industryId" VARCHAR, "headIdToken" VARCHAR,
  "householdNoToken" VARCHAR, year INTEGER, "shareSource" VARCHAR, "sharePrincipal" BIGINT,
  "dividendDue" BIGINT, "dividendPaid" BIGINT, "paidDate" DATE
);
CREATE TABLE "fundParties" (
  part INTEGER, "partyId" VARCHAR, "partyNameToken" VARCHAR, role VARCHAR, "accountToken" VARCHAR,
  "isDedicated" BOOLEAN, "isPersonal" BOOLEAN, "validFrom" DATE, "validTo" DATE
);
CREATE TABLE "fundLedger" (
  part INTEGER, "sourceSheet" INTEGER, "sourceRow" INTEGER, "entryNo" VARCHAR, "entryType" VARCHAR,
  "entryDate" DATE, source VARCHAR, "projectId" VARCHAR, purpose VARCHAR, amount BIGINT,
  "payerAccountToken" VARCHAR, "payeeAccountToken" VARCHAR, "payeeNameToken" VARCHAR, "contractNo" VARCHAR,
  "voucherNo" VARCHAR, method VARCHAR, "reversesEntryNo" VARCHAR
);
CREATE TABLE issues (
  part INTEGER, "issueNo" VARCHAR, "issueType" VARCHAR, found BOOLEAN, "projectId" VARCHAR, "receivedDate" DATE,
  "assignedDate" DATE, "dueDate" DATE, extended BOOLEAN, "respondedDate" DATE, "closedDate" DATE, "repeatOf" VARCHAR
);
CREATE TABLE responsibilities (
  part INTEGER, "objectType" VARCHAR, "objectId" VARCHAR, "headIdToken" VARCHAR, "householdNoToken" VARCHAR,
  level VARCHAR, "officialRef" VARCHAR, "letterSignedDate" DATE, "startDate" DATE, "endDate" DATE, "dueDate" DATE,
  "closedDate" DATE
);
CREATE TABLE "progressReports" (
  part INTEGER, mode VARCHAR, "startRate" DOUBLE, "completionRate" DOUBLE, "startedHouseholds" BIGINT,
  "completedHouseholds" BIGINT, "occupiedHouseholds" BIGINT, "fundsReceived" BIGINT, "fundsPaid" BIGINT
);
-- Dated policy figures that are no fixed part of domain.md: K by its marks.
CREATE TABLE poverty_line (year INTEGER, fen BIGINT);
CREATE TABLE transfer_task (year INTEGER, county VARCHAR, persons BIGINT);

-- What the formulas come to, county by county, and amounts by key of which an area makes its figure.
CREATE TABLE answer (
  run INTEGER, county VARCHAR, indicator VARCHAR, parameters VARCHAR DEFAULT '', cell VARCHAR DEFAULT '',
  num HUGEINT DEFAULT 0, den HUGEINT DEFAULT 0, extra HUGEINT DEFAULT 0, extra_below HUGEINT DEFAULT 1,
  not_applicable BOOLEAN DEFAULT false
);
CREATE TABLE pooled (
  run INTEGER, county VARCHAR, indicator VARCHAR, key VARCHAR, amount HUGEINT, cell VARCHAR DEFAULT ''
);
