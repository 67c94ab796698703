import { expect, test } from 'vitest';
import { findingCatalogue } from '../../shared/messages/finding-catalogue.ts';
import { findingTexts } from '../../shared/messages/findings.ts';

test('every code with a sentence is listed once', () => {
  const codes = findingCatalogue.map(({ code }) => code);
  expect([...codes].sort()).toEqual(Object.keys(findingTexts).sort());
});

test('what is graver than a note says what to do', () => {
  for (const { code, severity, action, zh } of findingCatalogue) {
    if (severity.every((one) => one === 'note')) continue;
    expect(action.en, code).not.toBe('nothing');
    if (code !== 'more_findings')
      expect(zh, code).toMatch(/请|可填|为准|读取|按.*处理|四舍五入|结果|已接收|保存/);
  }
});

test('the names of the domain paper are used as they stand', () => {
  const codes = new Set(findingCatalogue.map(({ code }) => code));
  for (const code of [
    'excel_error',
    'bad_number',
    'approximate',
    'month_precision',
    'ambiguous_month',
    'two_digit_year',
    'year_inferred',
    'year_missing',
    'bad_date',
    'percent_ambiguous',
    'bad_bool',
    'id_15_upgraded',
    'id_precision_lost',
    'id_checksum',
    'id_birthdate',
    'id_format',
    'unit_assumed',
    'unit_suspect',
    'encoding_unrecognised',
    'extension_mismatch',
    'encrypted_file',
    'too_large',
    'formula_without_value',
    'single_column_csv',
    'county_mismatch',
    'conflicting_duplicate',
    'column_shift_suspected',
    'period_missing',
    'required_missing',
    'unknown_header',
    'missing_required_column',
    'too_many_errors',
    'period_mismatch',
    'UNRESOLVED_HOUSEHOLD',
    'UNRESOLVED_PROJECT',
    'DUP_EXACT',
  ]) {
    expect(codes).toContain(code);
  }
});
