import { type Slice, scatteredCell, siteCell, unknownCell } from './breakdowns.ts';
import type { BatchInput } from './facts.ts';
import { indexProjects } from './project-index.ts';
import { readSites, type Site } from './sites.ts';
import { groupByKey } from './union.ts';

/** What says of a household in which site it lives: the project it names, and its own mode where it names none. */
export interface Housing {
  readonly projectId: string | null;
  readonly mode: string | null;
}

/** The settlement sites 安置点 of a county as cells of the breakdown `site`. */
export interface SiteCells {
  /** The cell of a project: a concentrated one is a site of its own. */
  ofProject(project: Pick<Site, 'projectId' | 'mode'>): string;
  /** The cell of a household, by the project that it names. */
  ofHousehold(household: Housing): string;
  /** Names of the sites by their cells. */
  readonly names: Readonly<Record<string, string>>;
}

/** Reads the sites of a county from its projects file; without one no site is known, and none is opened. */
export function siteCells(area: string, batch: BatchInput | undefined): SiteCells | null {
  if (!batch) return null;
  const projects = readSites(batch);
  const projectOf = indexProjects(projects);
  const ofProject = ({ projectId, mode }: Pick<Site, 'projectId' | 'mode'>): string => {
    if (mode === 'concentrated') return siteCell(area, projectId);
    return mode === 'scattered' ? scatteredCell : unknownCell;
  };
  const named = projects.flatMap((project) =>
    project.mode === 'concentrated' && project.projectName !== null
      ? [[ofProject(project), project.projectName] as const]
      : [],
  );
  return {
    ofProject,
    ofHousehold({ projectId, mode }) {
      const project = projectId === null ? null : projectOf(projectId);
      if (project) return ofProject(project);
      return mode === 'scattered' ? scatteredCell : unknownCell;
    },
    names: Object.fromEntries(named),
  };
}

/** The whole and, where the sites are known, the rows of each cell that has any: together all of them. */
export function sliceBySite<Row>(
  rows: readonly Row[],
  cellOf: ((row: Row) => string) | null,
): readonly Slice<Row>[] {
  const whole = { breakdown: {}, rows };
  return cellOf ? [whole, ...siteSlices(rows, cellOf)] : [whole];
}

/** The rows of each cell of the breakdown `site` that has any. */
export function siteSlices<Row>(rows: readonly Row[], cellOf: (row: Row) => string): readonly Slice<Row>[] {
  return [...groupByKey(rows, cellOf)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([site, own]) => ({ breakdown: { site }, rows: own }));
}
