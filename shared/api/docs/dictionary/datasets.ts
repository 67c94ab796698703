import type { Field } from '../../../datasets/contract.ts';
import { contracts } from '../../../datasets/contracts.ts';
import type { Bilingual } from '../../../text/languages.ts';
import type { Entry } from './entry.ts';

const needs: Readonly<Record<Field['need'], string>> = {
  required: 'required',
  expected: 'expected',
  optional: 'optional',
};

/** Every dataset, its fields as headers name them, and the codes of their values. */
export function datasetEntries(): readonly Entry[] {
  return Object.values(contracts).flatMap(({ id, zh, en, grain, key, fields }): readonly Entry[] => [
    {
      kind: 'dataset',
      id,
      name: { zh, en },
      grain: { zh: grain, en: grain },
      meaning: { zh: `键：${key.join(' ')}`, en: `key: ${key.join(' ')}` },
    },
    ...fields.flatMap((field) => fieldEntries(id, field)),
  ]);
}

function fieldEntries(dataset: string, field: Field): readonly Entry[] {
  const { name, zh, en, type, unit, need, values = [], aliases } = field;
  return [
    {
      kind: 'field',
      of: dataset,
      id: name,
      name: { zh, en },
      type,
      need: needs[need],
      ...(unit === null ? {} : { unit }),
      ...(aliases.length === 0 ? {} : { meaning: spellings(aliases) }),
    },
    ...values.map(
      (value): Entry => ({
        kind: 'code',
        of: `${dataset}.${name}`,
        id: value.code,
        name: { zh: value.zh, en: value.en },
      }),
    ),
  ];
}

function spellings(aliases: readonly string[]): Bilingual {
  return { zh: `也写作：${aliases.join('、')}`, en: `also written: ${aliases.join(', ')}` };
}
