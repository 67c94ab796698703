import type { Finding } from '../../normalise/finding.ts';
import type { Upload, UploadPart } from '../../records/schema.ts';
import { isHeld } from '../../records/staging.ts';
import type { CountyDiff } from '../../records/upload-diff.ts';

const nowhere = { sheet: null, cell: null, row: null, field: null } as const;

/** Why a part is held back or, once somebody has confirmed it, was; `null`: it never was. */
export function holdFinding(record: Upload, part: UploadPart): Finding | null {
  const { hold, dataset, area, period } = part;
  if (!hold) return null;
  const { published, removed, limitPercent } = hold;
  const against = hold.period ?? period;
  const counts = { area, period, against, published, removed, limit: limitPercent };
  const { confirmed } = record;
  return {
    code: hold.code,
    severity: isHeld(record, part) ? 'error' : 'note',
    ...nowhere,
    dataset,
    params:
      confirmed === undefined
        ? { ...counts, ask: 'confirm', upload: record.id }
        : { ...counts, command: confirmed },
  };
}

/**
 * What stands against an upload beside its cells: a part that is held back (`LARGE_REMOVAL`: an error while it
 * keeps the part from being published, a note once somebody has confirmed it), and one that brought the very
 * batch that was published already (`duplicate_file`, domain.md F34).
 */
export function standingFindings(record: Upload, diffs: readonly CountyDiff[]): readonly Finding[] {
  const held = record.parts.flatMap((part) => holdFinding(record, part) ?? []);
  const repeated = diffs.flatMap(({ area, parts }) =>
    parts
      .filter(({ outcome }) => outcome === 'same')
      .map(({ dataset, period, against }): Finding => {
        const params = { area, period, other: against?.uploadId ?? '' };
        return { code: 'duplicate_file', severity: 'note', ...nowhere, dataset, params };
      }),
  );
  return [...held, ...repeated];
}
