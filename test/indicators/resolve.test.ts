import { describe, expect, test } from 'vitest';
import { contracts } from '../../shared/datasets/contracts.ts';
import { isDatasetId } from '../../shared/datasets/dataset-ids.ts';
import type { FamilyId } from '../../shared/indicators/facts.ts';
import { batchesAt, lastReported, reportedPeriods, selectPeriod } from '../../shared/indicators/resolve.ts';

const at = (...names: readonly string[]) =>
  names.map((name) => {
    const [dataset = '', period = ''] = name.split('@');
    if (!isDatasetId(dataset)) throw new Error(`no dataset ${dataset}`);
    return { dataset, period, batch: name };
  });
const named = (batches: readonly { batch: string }[]) => batches.map(({ batch }) => batch);

describe('reported periods', () => {
  const published = at(
    'targets@2016',
    'projects@2017-04-X3',
    'households@2017-04',
    'projects@2016-12',
    'persons@2017-03',
    'fundLedger@2017-02',
    'households@2016-12',
  );

  test.each<[FamilyId, readonly string[]]>([
    ['net', ['2016-12', '2017-03', '2017-04']],
    ['ladder', ['2016-12', '2017-03', '2017-04']],
    ['reloc', ['2016-12', '2017-03', '2017-04-X3', '2017-04']],
    ['emp', ['2016-12', '2017-03', '2017-04']],
    ['share', ['2016-12', '2017-03', '2017-04-X3', '2017-04']],
    ['fund', ['2016-12', '2017-02', '2017-04-X3', '2017-04']],
  ])('%s reports at %o, targets never', (family, periods) => {
    expect(reportedPeriods(published, family)).toEqual(periods);
  });

  test('targets alone report nothing', () => {
    expect(reportedPeriods(at('targets@2016', 'targets@2017'), 'reloc')).toEqual([]);
  });
});

describe('the batches in force at a period', () => {
  test.each<[string, string, readonly string[], readonly string[]]>([
    [
      'the newest picture',
      '2017-04-X3',
      ['households@2017-03', 'households@2017-04-X2', 'households@2017-05'],
      ['households@2017-04-X2'],
    ],
    ['nothing of later', '2017-04-X2', ['projects@2017-04-X3', 'projects@2017-04'], []],
    ['a month ends with its last 旬', '2017-04-X3', ['households@2017-04'], ['households@2017-04']],
    [
      'of equal last days the longer',
      '2016-12',
      ['households@2016-12-X3', 'households@2016', 'households@2016-12'],
      ['households@2016'],
    ],
    ['a year speaks of its end', '2016-06', ['projects@2016', 'projects@2015'], ['projects@2015']],
    [
      'targets are in force from the first day',
      '2017-01-X1',
      ['targets@2017', 'projects@2017-01-X1'],
      ['targets@2017', 'projects@2017-01-X1'],
    ],
    [
      'targets of a period to come are not',
      '2017-01-X1',
      ['targets@2017-02', 'projects@2017-01-X1'],
      ['projects@2017-01-X1'],
    ],
    [
      'targets add up, oldest first',
      '2017-04-X3',
      ['targets@2017-Q2', 'targets@2017', 'targets@2016'],
      ['targets@2016', 'targets@2017', 'targets@2017-Q2'],
    ],
    [
      'of targets of one first day the longer is the newer',
      '2017-12',
      ['targets@2017', 'targets@2017-01'],
      ['targets@2017-01', 'targets@2017'],
    ],
  ])('%s', (_, period, published, expected) => {
    expect(named(batchesAt(at(...published), 'reloc', period))).toEqual(expected);
  });

  test('ledgers add up and registers do not', () => {
    const published = at(
      'fundLedger@2017-03',
      'fundLedger@2017-02',
      'fundParties@2016',
      'fundParties@2017-02',
      'fundLedger@2017-05',
    );
    expect(named(batchesAt(published, 'fund', '2017-04'))).toEqual([
      'fundParties@2017-02',
      'fundLedger@2017-02',
      'fundLedger@2017-03',
    ]);
  });

  test('only of datasets the family reads', () => {
    expect(named(batchesAt(at('persons@2017-03', 'shares@2016'), 'emp', '2017-04'))).toEqual([
      'persons@2017-03',
    ]);
  });

  test('the contracts’ word can be given another way', () => {
    const accumulation = { ...contracts, fundLedger: { accumulate: 'latest', effective: 'end' } } as const;
    const published = at('fundLedger@2017-02', 'fundLedger@2017-03');
    expect(named(batchesAt(published, 'fund', '2017-04', accumulation))).toEqual(['fundLedger@2017-03']);
  });
});

describe('the earlier picture a family looks back on', () => {
  test.each<[string, FamilyId, string, readonly string[], readonly string[]]>([
    [
      'projects as they stood three 旬 before and just before',
      'reloc',
      '2017-04-X3',
      ['projects@2017-03-X2', 'projects@2017-03-X3', 'projects@2017-04-X2', 'projects@2017-04-X3'],
      ['projects@2017-03-X3', 'projects@2017-04-X2', 'projects@2017-04-X3'],
    ],
    [
      'of projects however early the newest by then',
      'reloc',
      '2017-06',
      ['projects@2016-12', 'projects@2017-01', 'projects@2017-06-X1'],
      ['projects@2017-01', 'projects@2017-06-X1'],
    ],
    [
      'counted from the period of the picture in force, not of the facts',
      'reloc',
      '2017-06',
      ['projects@2017-03', 'projects@2017-04', 'projects@2017-05-X1', 'households@2017-06'],
      ['projects@2017-03', 'projects@2017-04', 'projects@2017-05-X1', 'households@2017-06'],
    ],
    [
      'of less than three 旬 only the one just before',
      'reloc',
      '2017-04-X3',
      ['projects@2017-04-X1', 'projects@2017-04-X2', 'projects@2017-04-X3'],
      ['projects@2017-04-X2', 'projects@2017-04-X3'],
    ],
    [
      'persons of the month before, the newest of it',
      'emp',
      '2017-04',
      [
        'persons@2017-02',
        'persons@2017-03-X1',
        'persons@2017-03',
        'persons@2017-04-X1',
        'persons@2017-04-X2',
      ],
      ['persons@2017-03', 'persons@2017-04-X2'],
    ],
    [
      'persons of no other month',
      'emp',
      '2017-04',
      ['persons@2017-02', 'persons@2017-04'],
      ['persons@2017-04'],
    ],
    [
      'across the turn of the year',
      'emp',
      '2017-01',
      ['persons@2016', 'persons@2017-01'],
      ['persons@2016', 'persons@2017-01'],
    ],
    ['no other family', 'net', '2017-04', ['persons@2017-03', 'persons@2017-04'], ['persons@2017-04']],
  ])('%s', (_, family, period, published, expected) => {
    expect(named(batchesAt(at(...published), family, period)).sort()).toEqual([...expected].sort());
  });

  test('oldest first', () => {
    const published = at('persons@2017-04', 'persons@2017-03');
    expect(named(batchesAt(published, 'emp', '2017-04'))).toEqual(['persons@2017-03', 'persons@2017-04']);
  });
});

describe('the reported period that answers a queried one', () => {
  const reported = ['2016-12', '2017-03', '2017-04-X2', '2017-04-X3', '2017-04'];

  test.each<[string, string | null, string | null]>([
    ['2017-04-X3', '2017-04-X3', '2017-04'],
    ['2017-04', '2017-04', '2017-04'],
    ['2017-Q2', '2017-04', '2017-04'],
    ['2017', '2017-04', '2017-04'],
    ['2017-Q1', '2017-03', '2017-03'],
    ['2016', '2016-12', '2016-12'],
    ['2017-02', null, '2016-12'],
    ['2017-04-X1', null, '2017-03'],
    ['2017-05', null, '2017-04'],
    ['2015', null, null],
    ['latest', '2017-04', '2017-04'],
  ])('%s: %s, last reported %s', (queried, selected, last) => {
    expect(selectPeriod(reported, queried)).toBe(selected);
    expect(lastReported(reported, queried)).toBe(last);
  });

  test('a month is reported at its last 旬, although it does not lie inside', () => {
    expect(selectPeriod(['2016-12', '2017-04'], '2017-04-X3')).toBeNull();
    expect(lastReported(['2016-12', '2017-04'], '2017-04-X3')).toBe('2017-04');
  });

  test('nothing reported answers nothing', () => {
    expect(selectPeriod([], 'latest')).toBeNull();
    expect(lastReported([], 'latest')).toBeNull();
  });
});
