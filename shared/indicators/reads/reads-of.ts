import { columnsOf } from '../../datasets/columns.ts';
import { contracts } from '../../datasets/contracts.ts';
import type { IndicatorDefinition } from '../definition.ts';
import { buildingReads } from './building.ts';
import type { Reads } from './common.ts';
import { dutyReads } from './duties.ts';
import { moneyReads } from './money.ts';
import { peopleReads } from './people.ts';

const declared: Readonly<Record<string, Reads>> = {
  ...buildingReads,
  ...peopleReads,
  ...moneyReads,
  ...dutyReads,
};

/**
 * Columns of the batches that an indicator's figure hangs on: to change a cell of any other column changes no
 * figure of it. An indicator nobody has declared hangs on all columns of its sources.
 */
export function readsOf({ id, sources }: Pick<IndicatorDefinition, 'id' | 'sources'>): Reads {
  const known = declared[id];
  if (known) return known;
  return Object.fromEntries(
    sources.map((dataset) => [dataset, columnsOf(contracts[dataset]).map(({ name }) => name)]),
  );
}

/** Ids for which columns are declared. */
export const declaredReads: readonly string[] = Object.keys(declared);
