import { type County, counties } from './counties.ts';
import type { Entry } from './entries.ts';
import { type Household, householdsOf } from './households.ts';
import { industryOf } from './industry.ts';
import type { IndustryProject } from './industry-project.ts';
import { ledgerOf } from './ledger.ts';
import { withChildListedTwice } from './listed-twice.ts';
import { partiesOf } from './parties.ts';
import type { Party } from './party.ts';
import { type Issue, issuesOf } from './petitions.ts';
import { type Project, projectsOf } from './projects.ts';

/** Everything that is true in one county; forms show parts of it as of a day. */
export interface CountyWorld {
  readonly county: County;
  readonly projects: readonly Project[];
  readonly households: readonly Household[];
  readonly industry: readonly IndustryProject[];
  readonly parties: readonly Party[];
  readonly issues: readonly Issue[];
  /** By month `2016-07` … `2017-04`. */
  readonly ledger: ReadonlyMap<string, readonly Entry[]>;
}

/** Builds one county, the same at every call. */
export function worldOf(county: County): CountyWorld {
  const projects = projectsOf(county);
  const households = withChildListedTwice(county.code, householdsOf(county, projects));
  const parties = partiesOf(county);
  const ledger = ledgerOf(county, projects, households, parties);
  const industry = industryOf(county, households);
  return { county, projects, households, industry, parties, issues: issuesOf(county, projects), ledger };
}

/** All thirteen counties, each built when first asked for and then kept. */
export function huaihua(): { readonly counties: readonly County[]; of(county: County): CountyWorld } {
  const built = new Map<string, CountyWorld>();
  return {
    counties,
    of(county) {
      const world = built.get(county.code) ?? worldOf(county);
      built.set(county.code, world);
      return world;
    },
  };
}
