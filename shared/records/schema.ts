import * as z from 'zod';
import { datasetIds } from '../datasets/dataset-ids.ts';
import { familyIds } from '../indicators/facts.ts';

/**
 * The records kept in the table, as schemas that check what is read back. Design.md, Storage: uploads and
 * commits are records and never thrown away; trees, heads, batches and facts can be rebuilt.
 */

const dataset = z.enum(datasetIds);
const counts = { rows: z.int(), accepted: z.int(), quarantined: z.int(), ignored: z.int() };

/**
 * Why an accepted part waits: publishing it would remove more of the published natural keys than the policy
 * lets pass unasked (design.md, Acceptance). The counts are those of the moment it was held back.
 */
export const hold = z.object({
  code: z.literal('LARGE_REMOVAL'),
  /** The upload whose rows it would remove, or does not take on from the period before. */
  against: z.string(),
  /** The period of those rows. Absent in records written when it was always the part's own. */
  period: z.string().optional(),
  /** Natural keys published then, and how many of them the part does not have. */
  published: z.int(),
  removed: z.int(),
  limitPercent: z.number(),
  at: z.string(),
});
export type Hold = z.infer<typeof hold>;

/** What became of one (county, dataset, period) of an upload; `batch` is null when the part was rejected. */
export const uploadPart = z.object({
  area: z.string(),
  dataset,
  period: z.string(),
  dataDate: z.string(),
  ...counts,
  batch: z.string().nullable(),
  /** Set once, by the publisher, and never taken away: a command to the upload lets the part through. */
  hold: hold.optional(),
});
export type UploadPart = z.infer<typeof uploadPart>;

/** States that are stored; published, superseded and withdrawn are derived from the head. */
export const uploadStates = ['received', 'reading', 'rejected', 'staged', 'accepted'] as const;

/** One version of one object in the inbox. */
export const upload = z.object({
  id: z.string(),
  order: z.string(),
  /** Area of the key: a county, or the city or province when the key names none. */
  area: z.string(),
  bucket: z.string(),
  key: z.string(),
  versionId: z.string(),
  size: z.int(),
  receivedAt: z.string(),
  state: z.enum(uploadStates),
  sha256: z.string().nullable(),
  parts: z.array(uploadPart),
  sheets: z.array(z.string()),
  /** In which columns, from 0, the fields of the sheets stand. Absent in records written before it was kept. */
  columns: z
    .array(z.object({ dataset, sheets: z.array(z.int()), fields: z.record(z.string(), z.array(z.int())) }))
    .optional(),
  findings: z.object({ error: z.int(), warning: z.int(), note: z.int() }),
  /** Its file name says 更正 or 修订 (domain.md F35). Absent in records written before it was asked. */
  isCorrection: z.boolean().optional(),
  /** Counts the writes of the record, so that two writers never undo each other. */
  revision: z.int().optional(),
  /** Commands obeyed, by id: what was staged may be published, what is held may pass, nothing may speak. */
  published: z.string().optional(),
  confirmed: z.string().optional(),
  withdrawn: z.string().optional(),
});
export type Upload = z.infer<typeof upload>;

/** Where an upload is kept, by its id: written before the upload itself. */
export const uploadPointer = z.object({ area: z.string(), order: z.string() });

/** What the last item of a batch says of it. */
export const batchHeader = z.object({
  area: z.string(),
  dataset,
  period: z.string(),
  dataDate: z.string(),
  rows: z.int(),
  chunks: z.int(),
});
export type BatchHeader = z.infer<typeof batchHeader>;

/** Which upload speaks for a dataset@period; a withdrawal leaves `batch: null`. */
export const treeEntry = z.object({ batch: z.string().nullable(), uploadId: z.string(), order: z.string() });
export type TreeEntry = z.infer<typeof treeEntry>;

/** The snapshot map of one county-year. Keys are `dataset@period` and `family@period`. */
export const tree = z.object({
  area: z.string(),
  year: z.int(),
  entries: z.record(z.string(), treeEntry),
  facts: z.record(z.string(), z.string()),
});
export type Tree = z.infer<typeof tree>;

/** Tree ids by year. */
const trees = z.record(z.string(), z.string());

/**
 * The commit that last moved a figure: a commit that changes no facts (the same file sent again) hands on its
 * parent's. Records written before it was kept have none; each of them counts as moving figures.
 */
const figures = z.object({ generation: z.int(), time: z.string() }).optional();

/** A published state of one county. */
export const commit = z.object({
  area: z.string(),
  generation: z.int(),
  parent: z.int().nullable(),
  time: z.string(),
  cause: z.object({ kind: z.enum(['publish', 'withdraw', 'recompute']), uploadId: z.string().nullable() }),
  changes: z.array(
    z.object({
      entry: z.string(),
      before: z.string().nullable(),
      after: z.string().nullable(),
      sameBatch: z.boolean(),
    }),
  ),
  trees,
  figures,
});
export type Commit = z.infer<typeof commit>;

/** Cache of the newest commit; less than 1 kB. */
export const head = z.object({
  area: z.string(),
  generation: z.int(),
  time: z.string(),
  trees,
  figures,
});
export type Head = z.infer<typeof head>;

const labels = z.record(z.string(), z.union([z.string(), z.number()]));

const fraction = z.object({ num: z.number(), den: z.number() });

/** A broken rule as stored, in facts and among the alerts between counties. */
export const alert = z.object({
  rule: z.string(),
  severity: z.enum(['red', 'amber']),
  object: labels,
  since: z.string(),
  amount: z.number().nullable(),
  count: z.int(),
  evidence: z.array(z.object({ dataset, batch: z.string(), sheet: z.int(), row: z.int() })),
});

/** Facts as stored. */
export const facts = z.object({
  family: z.enum(familyIds),
  area: z.string(),
  period: z.string(),
  dataDates: z.record(z.string(), z.string()),
  components: z.array(
    z.object({
      indicator: z.string(),
      parameters: labels,
      breakdown: labels,
      num: z.number(),
      den: z.number(),
      n: z.number().nullable(),
      due: fraction.optional(),
      gain: fraction.optional(),
      pace: z.object({ green: fraction, amber: fraction }).optional(),
      notApplicable: z.literal(true).optional(),
      values: z.record(z.string(), z.number()).optional(),
    }),
  ),
  names: z.record(z.string(), z.string()).optional(),
  findings: z.array(
    z.object({
      code: z.string(),
      severity: z.enum(['error', 'warning', 'note']),
      dataset,
      batch: z.string(),
      count: z.int(),
      rows: z.array(z.object({ sheet: z.int(), row: z.int() })),
    }),
  ),
  /** Facts of the first catalogue carry none. */
  alerts: z.array(alert).default([]),
});
