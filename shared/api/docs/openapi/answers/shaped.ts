import * as z from 'zod';
import type { ShapedColumn, ShapeId } from '../../../shaped/shape.ts';
import { shapes } from '../../../shaped/shapes.ts';

type Column = Pick<ShapedColumn<never>, 'id' | 'kind' | 'name'>;

const cells: Readonly<Record<Column['kind'], z.ZodType>> = {
  text: z.string().nullable(),
  count: z.number().nullable(),
  share: z.number().nullable(),
  money: z.number().nullable(),
  moneyUnit: z.string(),
  value: z.number().nullable(),
};

/** A row as its columns say; what has a name is told by code, by name (`…Label`) or by both, as `labels` asks. */
function rowOf(columns: readonly Column[]): z.ZodType {
  const members = columns.flatMap(({ id, kind, name }): readonly (readonly [string, z.ZodType])[] => {
    if (!name) return [[id, cells[kind]]];
    return [
      [id, cells[kind].optional()],
      [`${id}Label`, z.string().nullable().optional()],
    ];
  });
  return z.object(Object.fromEntries(members));
}

function answerOf(id: ShapeId): z.ZodType {
  const { columns }: { readonly columns: readonly Column[] } = shapes[id];
  return z.object({
    snapshot: z.string(),
    asOf: z.string().nullable(),
    data: z.array(rowOf(columns)),
    next: z.null(),
  });
}

/** Answers of the shaped routes, by shape. */
export const shapedAnswers: Readonly<Record<ShapeId, z.ZodType>> = {
  progress334: answerOf('progress334'),
  waterfall: answerOf('waterfall'),
  ranking: answerOf('ranking'),
  completeness: answerOf('completeness'),
  ladder: answerOf('ladder'),
};
