import fc from 'fast-check';
import * as OpenCC from 'opencc-js';
import { expect, test } from 'vitest';
import { contracts } from '../../shared/datasets/contracts.ts';
import type { NormalisedFile } from '../../shared/normalise/part.ts';
import type { CellValue } from '../../shared/workbook/source.ts';
import {
  asText,
  type CountyForm,
  contentOf,
  countyForm,
  factsOf,
  gridOf,
  labelOf,
  moneyUnits,
} from '../support/county-forms.ts';
import { csvText, encoded, readBytes, readGrid } from '../support/file-cases.ts';
import type { Grid } from '../support/workbooks.ts';
import { writeXlsxParts } from '../workbook/support/xlsx-writer.ts';

const time = 300_000;
/** One seed for all tests here: each draws the same forms, so that a plain form is read once for all of them. */
const cases = { numRuns: 1_000, seed: fc.sample(fc.integer(), 1)[0] ?? 0 };

const read = new Map<string, Promise<Readonly<Record<'accepted' | 'content' | 'facts', unknown>>>>();

/** What a form comes to that is sent as it stands. */
function plainly(form: CountyForm) {
  const name = JSON.stringify(form);
  const known = read.get(name) ?? readGrid(gridOf(form)).then(whatItSays);
  read.set(name, known);
  return known;
}

function whatItSays(file: NormalisedFile) {
  return {
    accepted: file.parts.map(({ counts }) => counts.accepted),
    content: contentOf(file),
    facts: factsOf(file),
  };
}

/** A form and another way to send the same. */
async function sameFor<Choice>(
  choice: (form: CountyForm) => fc.Arbitrary<Choice>,
  send: (form: CountyForm, choice: Choice) => Promise<NormalisedFile>,
): Promise<void> {
  const pairs = countyForm.chain((form) => fc.tuple(fc.constant(form), choice(form)));
  await fc.assert(
    fc.asyncProperty(pairs, async ([form, chosen]) => {
      const plain = await plainly(form);
      const { content, facts } = whatItSays(await send(form, chosen));
      expect(plain.accepted).toEqual([form.rows.length]);
      expect(content).toEqual(plain.content);
      expect(plain.facts).toContain('"indicator"');
      expect(facts).toBe(plain.facts);
    }),
    cases,
  );
}

const anyOrder = <Item>(items: readonly Item[]): fc.Arbitrary<Item[]> =>
  fc.shuffledSubarray([...items], { minLength: items.length, maxLength: items.length });

test(
  'columns in any order',
  () =>
    sameFor(
      (form) => anyOrder(form.fields),
      (form, fields) => readGrid(gridOf({ ...form, fields })),
    ),
  time,
);

test(
  'rows in any order',
  () =>
    sameFor(
      (form) => anyOrder(form.rows),
      (form, rows) => readGrid(gridOf({ ...form, rows })),
    ),
  time,
);

/** Any header a field knows; money keeps the unit it is typed in. */
function anyLabel(form: CountyForm, name: string): fc.Arbitrary<string> {
  const field = contracts[form.dataset].fields.find((one) => one.name === name);
  if (!field) throw new RangeError(name);
  const unit = field.type === 'money' ? `（${moneyUnits[form.dataset]}）` : '';
  return fc
    .tuple(
      fc.constantFrom(field.zh, field.en, ...field.aliases),
      fc.constantFrom('', '*', '（必填）'),
      fc.constantFrom('', '★', '1.', '（一）'),
      fc.boolean(),
    )
    .map(([label, after, before, spaced]) => {
      const text = spaced && /^[\u4e00-\u9fff]+$/.test(label) ? [...label].join('　') : label;
      return `${before}${text}${unit}${after}`;
    });
}

test(
  'headers by any alias, numbered, starred, letter-spaced',
  () =>
    sameFor(
      (form) => fc.tuple(...form.fields.map((name) => anyLabel(form, name))),
      (form, labels) => readGrid(gridOf(form, (name) => labels[form.fields.indexOf(name)] ?? name)),
    ),
  time,
);

const traditional = OpenCC.Converter({ from: 'cn', to: 't' });
/** Fields whose text is a name or free text: never folded. */
const asTyped = new Set(['projectName', 'headName', 'townshipName', 'villageName', 'docNo']);

test(
  'Traditional headers, enumerations and counties',
  () =>
    sameFor(
      () => fc.tuple(fc.boolean(), fc.boolean()),
      (form, [inHeader, inCells]) =>
        readGrid(
          gridOf(
            form,
            (name) => (inHeader ? traditional(labelOf(form, name)) : labelOf(form, name)),
            (value, name) =>
              inCells && typeof value === 'string' && !asTyped.has(name) ? traditional(value) : value,
          ),
        ),
    ),
  time,
);

test(
  'CSV in any encoding with any separator',
  () =>
    sameFor(
      () =>
        fc.tuple(
          fc.constantFrom('utf8', 'utf8-bom', 'gb18030', 'utf-16le'),
          fc.constantFrom(',', ';', '\t', '|'),
        ),
      (form, [encoding, separator]) => readBytes(encoded(csvText(gridOf(form), separator), encoding)),
    ),
  time,
);

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** A grid as .xlsx: numbers as numbers, texts inline. */
function xlsxOf(grid: Grid): Uint8Array {
  const cell = (value: CellValue): string => {
    if (value === null || typeof value === 'object') return '<c/>';
    return typeof value === 'number'
      ? `<c><v>${value}</v></c>`
      : `<c t="inlineStr"><is><t xml:space="preserve">${escaped(String(value))}</t></is></c>`;
  };
  return writeXlsxParts({ rows: grid.map((row) => `<row>${row.map(cell).join('')}</row>`).join('') });
}

test(
  'CSV and .xlsx',
  () =>
    sameFor(
      () => fc.boolean(),
      async (form, texts) => {
        const grid = gridOf(form);
        const [workbook, csv] = await Promise.all([
          readBytes(xlsxOf(texts ? asText(grid) : grid)),
          readBytes(encoded(csvText(grid), 'utf8')),
        ]);
        expect(contentOf(csv)).toEqual(contentOf(workbook));
        return csv;
      },
    ),
  time,
);

/** Moves the decimal point of a text by powers of ten, exactly. */
function shifted(text: string, places: number): string {
  const [whole = '', fraction = ''] = text.split('.');
  if (places >= 0) {
    const digits = fraction.padEnd(places, '0');
    return `${whole}${digits.slice(0, places)}.${digits.slice(places)}`.replace(/\.$/, '');
  }
  const digits = whole.padStart(1 - places, '0');
  return `${digits.slice(0, places)}.${digits.slice(places)}${fraction}`;
}

const powers = { 元: 0, 千元: 3, 万元: 4, 亿元: 8 } as const;

test(
  'money in 元, 千元, 万元 or 亿元, in header, unit line or cell',
  () =>
    sameFor(
      () =>
        fc.tuple(
          fc.constantFrom<keyof typeof powers>('元', '千元', '万元', '亿元'),
          fc.constantFrom('header', 'line', 'cell'),
        ),
      (form, [unit, where]) => {
        const isMoney = (name: string): boolean =>
          contracts[form.dataset].fields.some((field) => field.name === name && field.type === 'money');
        const bare = (name: string): string => labelOf(form, name).replace(/（[^）]*元）$/, '');
        const places = powers[moneyUnits[form.dataset]] - powers[unit];
        const grid = gridOf(
          form,
          (name) => (isMoney(name) && where === 'header' ? `${bare(name)}（${unit}）` : bare(name)),
          (value, name) => {
            if (!isMoney(name) || typeof value !== 'string') return value;
            return `${shifted(value, places)}${where === 'cell' ? unit : ''}`;
          },
        );
        return readGrid(where === 'line' ? [[`单位：${unit}、户、人`], ...grid] : grid);
      },
    ),
  time,
);

function fullWidth(text: string): string {
  return text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
}

test(
  'full-width digits, letters and points',
  () =>
    sameFor(
      () => fc.boolean(),
      (form, inHeader) =>
        readGrid(
          gridOf(
            form,
            (name) => (inHeader ? fullWidth(labelOf(form, name)) : labelOf(form, name)),
            (value, name) => (value === null || asTyped.has(name) ? value : fullWidth(String(value))),
          ).map((row, n) => (n === 0 ? row : row.map(projectOf(form)))),
        ),
    ),
  time,
);

/** The project of a household or an entry is kept as typed. */
function projectOf(form: CountyForm) {
  const at = form.dataset === 'projects' ? -1 : form.fields.indexOf('projectId');
  return (cell: CellValue, column: number): CellValue => (column === at ? 'XP-1001' : cell);
}

const blank: fc.Arbitrary<CellValue[]> = fc.array(fc.constantFrom<CellValue>('', ' ', '　', null), {
  maxLength: 12,
});

test(
  'blank rows anywhere',
  () =>
    sameFor(
      () => fc.array(fc.tuple(fc.integer({ min: 0, max: 6 }), blank), { minLength: 1, maxLength: 5 }),
      (form, blanks) => {
        const grid = gridOf(form);
        for (const [at, row] of blanks) grid.splice(Math.min(at, grid.length), 0, row);
        return readGrid(grid);
      },
    ),
  time,
);

const totalWords = ['合计', '合　计', '总计', '小计', '全市', '其中：'] as const;

test(
  'total rows below the header, between rows and at the end',
  () =>
    sameFor(
      () =>
        fc.array(fc.tuple(fc.constantFrom(...totalWords), fc.integer({ min: 1, max: 6 })), {
          minLength: 1,
          maxLength: 3,
        }),
      async (form, places) => {
        const grid = gridOf(form);
        const numeric = form.fields.map((name) =>
          form.rows.every((row) => typeof row[name] === 'number') ? name : null,
        );
        const sumOf = (name: string | null): CellValue =>
          name === null ? null : form.rows.reduce((sum, row) => sum + Number(row[name]), 0);
        for (const [word, at] of places) {
          const total = numeric.map(sumOf);
          total[numeric.indexOf(null)] = word;
          grid.splice(Math.min(at, grid.length), 0, total);
        }
        return readGrid(grid);
      },
    ),
  time,
);
