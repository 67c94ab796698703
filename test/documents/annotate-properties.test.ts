import fc from 'fast-check';
import { openXlsx, writeXlsx } from 'hucre/xlsx';
import { expect, it } from 'vitest';
import { handBack } from '../../shared/handback/hand-back.ts';
import type { Severity } from '../../shared/normalise/finding.ts';
import { columnLetters } from '../../shared/normalise/finding-log.ts';
import { errorColumnHeader, errorSheetName } from '../../shared/normalise/marks.ts';
import { cellsByOurReader, findingAt, openFile, quietLog } from './support/county-form.ts';

const awkward = fc.constantFrom(
  '=1+1',
  '=HYPERLINK("http://x","y")',
  '+86',
  '-1',
  '@SUM(A1)',
  "'007",
  ' 两边空格 ',
  '第一行\n第二行',
  '_x000D_',
  '<b>&amp;</b>',
  '𠮷田',
  '990101198506150020',
);
const cell = fc.oneof(
  fc.constant(null),
  awkward,
  fc.integer({ min: -1e9, max: 1e9 }),
  fc.boolean(),
  fc.string({ unit: 'grapheme', maxLength: 12 }).filter((text) => !text.includes('\r')),
);
const place = fc.record({
  row: fc.nat({ max: 8 }),
  column: fc.nat({ max: 5 }),
  severity: fc.constantFrom<Severity>('error', 'warning', 'note'),
  found: awkward,
});

it('whatever a workbook holds and whatever is marked, every cell stays and no text becomes a formula', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(cell, { minLength: 6, maxLength: 6 }), { minLength: 1, maxLength: 8 }),
      fc.array(place, { maxLength: 6 }),
      async (rows, places) => {
        const own = await writeXlsx({ sheets: [{ name: "表'一", rows }] });
        const findings = places.map(({ row, column, severity, found }) =>
          findingAt('bad_number', {
            sheet: "表'一",
            cell: `${columnLetters(column)}${row + 1}`,
            row: row + 1,
            severity,
            params: { field: '户主姓名', found },
          }),
        );
        const { log, lines } = quietLog();
        const marked = await handBack({ bytes: own, findings, openFile, log });
        expect(lines).toEqual([]);
        const after = await cellsByOurReader(marked);
        for (const [at, value] of await cellsByOurReader(own))
          expect([at, after.get(at)]).toEqual([at, value]);
        const sheets = (await openXlsx(marked)).sheets;
        expect(
          sheets.flatMap(({ cells }) => [...(cells?.values() ?? [])]).filter(({ formula }) => formula),
        ).toEqual([]);

        const again = await cellsByOurReader(await handBack({ bytes: marked, findings: [], openFile, log }));
        const kept = [...again].filter(
          ([at, value]) => !at.startsWith(errorSheetName) && value !== errorColumnHeader,
        );
        expect(new Map(kept)).toEqual(await cellsByOurReader(own));
      },
    ),
    { numRuns: 60 },
  );
});
