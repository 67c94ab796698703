import { describe, expect, test } from 'vitest';
import { columnsOf } from '../../shared/datasets/columns.ts';
import type { Contract, FieldCondition } from '../../shared/datasets/contract.ts';
import { contracts } from '../../shared/datasets/contracts.ts';
import { datasetIds } from '../../shared/datasets/dataset-ids.ts';
import { foldLabel, foldWord } from '../../shared/text/fold.ts';

const all: readonly (readonly [string, Contract])[] = Object.entries(contracts);

test('there is one contract per dataset, under its own id', () => {
  expect(Object.keys(contracts)).toEqual([...datasetIds]);
  for (const [id, contract] of all) expect(contract.id).toBe(id);
});

describe.each(all)('%s', (_, contract) => {
  const names = contract.fields.map(({ name }) => name);
  const columns = columnsOf(contract).map(({ name }) => name);

  test('is plain data', () => {
    expect(JSON.parse(JSON.stringify(contract))).toEqual(contract);
  });

  test('has no header that names two fields', () => {
    const owners = new Map<string, string>();
    for (const field of contract.fields) {
      for (const text of [field.zh, ...field.aliases]) {
        const { label, unit } = foldLabel(text);
        const key = `${label}|${unit ?? ''}`;
        expect(owners.get(key) ?? field.name, `${text} of ${field.name}`).toBe(field.name);
        owners.set(key, field.name);
      }
    }
  });

  test('has no spelling that means two values of one field', () => {
    for (const field of contract.fields) {
      const owners = new Map<string, string>();
      for (const { code, zh, spellings } of field.values ?? []) {
        for (const spelling of [zh, ...spellings]) {
          const word = foldWord(spelling);
          expect(owners.get(word) ?? code, `${field.name}: ${spelling}`).toBe(code);
          owners.set(word, code);
        }
      }
    }
  });

  test('names fields once', () => {
    expect(new Set(names).size).toBe(names.length);
  });

  test('has its keys among its columns', () => {
    const keys = [...contract.key, ...(contract.fallbackKey ?? [])];
    const repeats = (contract.repeatRules ?? []).flatMap((rule) => [
      ...rule.columns.flat(),
      ...rule.notBlank.flat(),
    ]);
    const erased = (contract.eraseRules ?? []).flatMap((rule) => rule.columns);
    for (const name of [...keys, ...repeats, ...erased]) expect(columns).toContain(name);
  });

  test('writes rules about fields it has', () => {
    const conditions: FieldCondition[] = [
      ...contract.needRules.map(({ when }) => when),
      ...(contract.clashRules ?? []).flatMap(({ one, other }) => [one, other]),
      ...(contract.repeatRules ?? []).map(({ when }) => when),
      ...(contract.eraseRules ?? []).flatMap(({ unless, when }) => [...unless, ...when]),
    ];
    const named = [
      ...conditions.map(({ field }) => field),
      ...contract.needRules.map(({ field }) => field),
      ...contract.rowRules.flatMap(({ left, right }) => (typeof right === 'string' ? [left, right] : [left])),
      ...(contract.ratioRules ?? []).flatMap(({ numerator, denominator }) => [numerator, denominator]),
    ];
    for (const name of named) expect(names).toContain(name);
    for (const { field, in: allowed = [] } of conditions) {
      const values =
        contract.fields.find(({ name }) => name === field)?.values?.map(({ code }) => code) ?? [];
      for (const value of allowed) if (typeof value === 'string') expect(values).toContain(value);
    }
  });

  test('keeps no direct identifier as it is', () => {
    for (const field of contract.fields) {
      if (field.pii === 'D') expect(field.keeping, field.name).not.toMatch(/^keep/);
    }
  });
});

test('the columns of persons are those fixed with the indicators', () => {
  const names = columnsOf(contracts.persons).map(({ name }) => name);
  for (const name of ['personToken', 'householdNoToken', 'headIdToken', 'birthYear', 'sex', 'labourSkill']) {
    expect(names).toContain(name);
  }
  for (const name of ['idNo', 'name', 'householdNo', 'personNo', 'countyCode'])
    expect(names).not.toContain(name);
});

test('the columns of the ledger are tokens where accounts and payees stand', () => {
  const names = columnsOf(contracts.fundLedger).map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['payerAccountToken', 'payeeAccountToken', 'payeeNameToken']));
  for (const name of ['payerAccount', 'payeeAccount', 'payeeName', 'memo']) expect(names).not.toContain(name);
});
