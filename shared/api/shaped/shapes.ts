import type { Parameter } from '../query/parameter.ts';
import { completeness } from './completeness.ts';
import { ladder } from './ladder.ts';
import { formParameters } from './parameters.ts';
import { progress334 } from './progress-334.ts';
import { ranking } from './ranking.ts';
import type { ShapeId } from './shape.ts';
import { waterfall } from './waterfall.ts';

/**
 * The shaped answers. A further one is a file like these, a line here, its routes in shared/contract.ts with who may
 * ask them, and an example in openapi/routes/shaped.ts; what is left out does not compile.
 */
export const shapes = { progress334, waterfall, ranking, completeness, ladder } as const;

/** The parameters of a shaped answer. */
export function shapedParameters(id: ShapeId): readonly Parameter[] {
  return [...shapes[id].parameters, ...formParameters];
}
