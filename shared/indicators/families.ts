import { computeEmp } from './emp/compute.ts';
import type { FamilyId, FamilyInput, FamilyResult } from './facts.ts';
import { computeFund } from './fund/compute.ts';
import { computeIssue } from './issue/compute.ts';
import { computeLadder } from './ladder/compute.ts';
import { computeNet } from './net/compute.ts';
import { computeReloc } from './reloc/compute.ts';
import { computeResp } from './resp/compute.ts';
import { computeRpt } from './rpt/compute.ts';
import { computeShare } from './share/compute.ts';
import { computeSite } from './site/compute.ts';

/** What each family computes for one county at one period; the datasets it reads follow from the catalogue. */
export const families: Readonly<Record<FamilyId, (input: FamilyInput) => FamilyResult>> = {
  reloc: computeReloc,
  emp: computeEmp,
  share: computeShare,
  fund: computeFund,
  net: computeNet,
  ladder: computeLadder,
  site: computeSite,
  issue: computeIssue,
  resp: computeResp,
  rpt: computeRpt,
};
