import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { accessTable, actionsTable, rolesTable } from '../../shared/access/access-table.ts';
import { publicTable } from '../../shared/access/public-table.ts';
import { grammarTable } from '../../shared/api/data/grammar-table.ts';
import { shapesTable } from '../../shared/api/shaped/shapes-table.ts';
import { contractsTable } from '../../shared/datasets/contracts-table.ts';
import { catalogueTable } from '../../shared/indicators/catalogue-table.ts';
import { rulesTable } from '../../shared/indicators/rules-table.ts';
import { wholeCatalogue } from '../../shared/indicators/whole-catalogue.ts';
import { findingTable } from '../../shared/messages/finding-catalogue.ts';
import { suppressionLevels } from '../../shared/privacy/levels.ts';
import { releasedTable } from '../../shared/privacy/released-table.ts';

/**
 * Tables of the docs that are generated from data of the code. Each stands in its page between
 * `<!-- name -->` and `<!-- end of name -->`; this test run with `-u` writes them anew.
 */
const generated: Readonly<Record<string, Readonly<Record<string, () => string>>>> = {
  'indicators.md': { catalogue: () => catalogueTable(wholeCatalogue, suppressionLevels), rules: rulesTable },
  'datasets.md': { contracts: contractsTable },
  'access.md': { roles: rolesTable, routes: accessTable, actions: actionsTable, public: publicTable },
  'findings.md': { catalogue: findingTable },
  'privacy.md': { released: releasedTable },
  'api.md': { grammar: grammarTable, shapes: shapesTable },
};

describe.each(Object.entries(generated))('docs/%s', (page, blocks) => {
  test(`holds what the code says of ${Object.keys(blocks).join(', ')}`, async () => {
    const path = `../../docs/${page}`;
    const doc = readFileSync(new URL(path, import.meta.url), 'utf8');
    const whole = Object.entries(blocks).reduce((text, [name, block]) => {
      const [before, rest] = text.split(`<!-- ${name} -->`);
      const [, after] = rest?.split(`<!-- end of ${name} -->`) ?? [];
      if (after === undefined) throw new Error(`docs/${page} has no place for ${name}.`);
      return `${before}<!-- ${name} -->\n${block()}\n<!-- end of ${name} -->${after}`;
    }, doc);
    await expect(whole).toMatchFileSnapshot(path);
  });
});
