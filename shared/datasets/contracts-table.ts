import type { Contract, Field } from './contract.ts';
import { contracts } from './contracts.ts';
import { otherField } from './other-reading.ts';

const kept: Readonly<Record<Field['keeping'], string>> = {
  keep: '',
  drop: 'not kept',
  year: 'year only',
  'token:head': 'token',
  'token:household': 'token',
  'token:reference': 'token',
  'token:person': 'token, birth year, sex',
  'token:account': 'token',
  'token:name': 'token',
  'token:official': 'token of the county',
  'token:subject': 'token of the county',
  'keep+token:name': 'kept, and a token',
  party: 'a person as a token',
};

function keptOf(field: Field): string {
  const other = otherField(field);
  return other
    ? `${kept[field.keeping]}; kept where \`${field.otherwise?.when.field}\` is no household`
    : kept[field.keeping];
}

function values({ values: own, type }: Field): string {
  return own ? own.map(({ code, zh }) => `${code} ${zh}`).join(' · ') : type;
}

function fieldTable({ fields }: Contract): string {
  const header = ['field', '简体', '繁體', 'also', 'type', 'unit', 'need', 'PII', 'of it is kept'];
  const rows = fields.map((field) => [
    `\`${field.name}\``,
    field.zh,
    field.zhHant,
    [...field.aliases, ...(field.weakAliases ?? []).map((alias) => `(${alias})`)].join('、'),
    values(field),
    field.unit ?? '',
    field.column === 'expected' ? 'column' : field.need === 'optional' ? '' : field.need,
    field.pii,
    keptOf(field),
  ]);
  return [header, header.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** Every contract as Markdown, for the docs; a test holds the two together. */
export function contractsTable(): string {
  return Object.values(contracts)
    .map((contract) => {
      const { id, zh, en, grain, accumulate, effective, key } = contract;
      const facts = `One row: ${grain}. \`${accumulate}\`, from the ${effective} of the period; key ${key.join(' + ')}.`;
      return `## ${id} · ${zh}\n\n${en}. ${facts}\n\n${fieldTable(contract)}`;
    })
    .join('\n\n');
}
