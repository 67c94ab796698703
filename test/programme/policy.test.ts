import { describe, expect, test } from 'vitest';
import { datasetIds } from '../../shared/datasets/dataset-ids.ts';
import { type Policy, policies, policyOn } from '../../shared/programme/policy.ts';

describe('the policy in force', () => {
  const [first] = policies;
  const later = (version: string, effectiveFrom: string): readonly Policy[] =>
    first ? [{ ...first, version, effectiveFrom }] : [];
  const all = [...later('c', '2018-01-01'), ...later('a', '2016-01-01'), ...later('b', '2017-04-21')];

  test.each([
    ['2016-12-31', 'a'],
    ['2017-04-20', 'a'],
    ['2017-04-21', 'b'],
    ['2017-12-31', 'b'],
    ['2019-01-01', 'c'],
  ])('on %s is %s', (day, version) => {
    expect(policyOn(day, all).version).toBe(version);
  });

  test('none at all is a fault', () => {
    expect(() => policyOn('2017-04-21', [])).toThrow(RangeError);
  });
});

describe.each(policies.map((policy) => [policy.version, policy] as const))('policy %s', (_, policy) => {
  test('refuses every row in error of money and shares, 5 % of others (domain.md §6)', () => {
    const strict = datasetIds.filter((dataset) => policy.acceptancePercent[dataset] === 0);
    expect(strict).toEqual(['shares', 'fundParties', 'fundLedger']);
    for (const dataset of datasetIds.filter((one) => !strict.includes(one))) {
      expect(policy.acceptancePercent[dataset]).toBe(5);
    }
  });

  test('lets central money build houses only, and interest subsidies pay interest only (§9)', () => {
    expect(policy.allowedPurposes.central_budget).toEqual(['housing']);
    expect(policy.allowedPurposes.self_raised).toEqual(['housing']);
    expect(policy.allowedPurposes.interest_subsidy).toEqual(['interest']);
  });

  test.each(['central_fiscal', 'provincial', 'city_county', 'other'])(
    'lets %s pay for all but interest',
    (source) => {
      expect(policy.allowedPurposes[source]).toContain('training');
      expect(policy.allowedPurposes[source]).not.toContain('interest');
    },
  );

  test('its versions are its own', () => {
    expect(policies.filter(({ version }) => version === policy.version)).toHaveLength(1);
  });

  test('its 334 nodes rise to the whole', () => {
    const shares = policy.plan334.start.map(({ cumulativePercent }) => cumulativePercent);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBe(100);
  });
});
