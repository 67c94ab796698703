import { table } from 'arquero';
import { describe, expect, it } from 'vitest';
import { columnsOf } from '../../shared/datasets/columns.ts';
import { contracts } from '../../shared/datasets/contracts.ts';
import { datasetIds } from '../../shared/datasets/dataset-ids.ts';
import { disclosures, pseudonymousRows } from '../../shared/privacy/pseudonymous-rows.ts';

describe('what an auditor is given of a row', () => {
  it.each(datasetIds)('of %s: no direct identifier as typed', (id) => {
    const contract = contracts[id];
    const given = disclosures(contract);
    const direct = contract.fields.filter(({ pii, otherwise }) => pii === 'D' && otherwise?.pii !== 'N');
    expect(direct.filter(({ name }) => given.get(name) === 'value').map(({ name }) => name)).toEqual([]);
    expect(
      [...given.keys()].every((name) => columnsOf(contract).some((column) => column.name === name)),
    ).toBe(true);
  });

  it('tokens are cut, a company keeps its code and a natural person does not', () => {
    const [token, code] = ['A'.repeat(22), '91430000MA4L16JQ9B'];
    const parties = table({
      partyId: [code, token],
      accountToken: [token, token],
      role: ['contractor', 'household'],
    });
    expect(pseudonymousRows(contracts.fundParties, parties)).toEqual([
      { partyId: code, accountToken: 'A'.repeat(12), role: 'contractor' },
      { partyId: 'A'.repeat(12), accountToken: 'A'.repeat(12), role: 'household' },
    ]);
  });
});
