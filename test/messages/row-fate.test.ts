import { expect, test } from 'vitest';
import { rowFates } from '../../shared/messages/row-fate.ts';
import type { Finding } from '../../shared/normalise/finding.ts';

const nowhere = { sheet: null, cell: null, row: null, field: null, dataset: 'fundLedger' } as const;
const cell: Finding = {
  ...nowhere,
  code: 'bad_date',
  severity: 'warning',
  sheet: '台账',
  row: 7,
  params: {},
};

test.each([
  ['PERSONAL_ACCOUNT', 'kept', 'rows that break a rule between records are published'],
  ['bad_number', 'refused', 'rows in error that are not listed may be any'],
])('further errors of %s leave another row %s: %s', (of, fate) => {
  const more: Finding = {
    ...nowhere,
    code: 'more_findings',
    severity: 'error',
    params: { of, count: 3, listed: 20 },
  };
  expect(rowFates([cell, more])(cell)).toBe(fate);
});
