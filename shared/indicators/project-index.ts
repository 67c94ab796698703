import { foldWord } from '../text/fold.ts';

/** How a county's project is known: its number, and the name by which other files often refer to it. */
export interface NamedProject {
  readonly projectId: string;
  readonly projectName: string | null;
}

/** Finds a project by what another file typed; `null` when it is none, or not surely one. */
export type ProjectIndex<Project> = (reference: string) => Project | null;

/** A prefix shorter than this says nothing: a bare row number must not find a project. */
const shortestPrefix = 2;

/** Project numbers keep their hyphens: P-11 is not P-1-1. */
function foldNumber(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, '').toUpperCase();
}

/**
 * Resolves project references within one county: by number, then by exact folded name (width, spaces,
 * punctuation, case and Traditional characters folded), then by a prefix that only one project's name has.
 * Never by likeness: money hangs on it (domain.md §4, Cross-dataset keys).
 */
export function indexProjects<Project extends NamedProject>(
  projects: readonly Project[],
): ProjectIndex<Project> {
  const byId = new Map(projects.map((project) => [foldNumber(project.projectId), project]));
  const named = projects.map((project) => ({ name: foldWord(project.projectName ?? ''), project }));
  const known = new Map<string, Project | null>();
  const onlyOne = (matches: (name: string) => boolean): readonly Project[] =>
    named.flatMap(({ name, project }) => (matches(name) ? [project] : [])).slice(0, 2);
  const find = (reference: string): Project | null => {
    const numbered = byId.get(foldNumber(reference));
    if (numbered) return numbered;
    const wanted = foldWord(reference);
    if (wanted === '') return null;
    const exact = onlyOne((name) => name === wanted);
    if (exact.length > 0) return exact.length === 1 ? (exact[0] ?? null) : null;
    const begun = wanted.length < shortestPrefix ? [] : onlyOne((name) => name.startsWith(wanted));
    return begun.length === 1 ? (begun[0] ?? null) : null;
  };
  return (reference) => {
    const met = known.get(reference);
    if (met !== undefined) return met;
    const found = find(reference);
    known.set(reference, found);
    return found;
  };
}
