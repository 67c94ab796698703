import { beforeAll, describe, expect, test } from 'vitest';
import { breaches } from '../../examples/huaihua/breaches.ts';
import { counties } from '../../examples/huaihua/counties.ts';
import { exampleFiles } from '../../examples/huaihua/files.ts';
import { leaks, untidy } from '../../examples/huaihua/leaks.ts';
import { byThemselves, planted } from '../../examples/huaihua/manifest.ts';
import { betweenRules, checkTargetSums, searchIdentities } from '../../shared/indicators/between-counties.ts';
import { computeFacts } from '../../shared/indicators/engine.ts';
import type { Alert, BatchInput, FamilyInput } from '../../shared/indicators/facts.ts';
import { familyIds } from '../../shared/indicators/facts.ts';
import { detectors } from '../../shared/indicators/fund/detectors.ts';
import { identities } from '../../shared/indicators/fund/identities.ts';
import { issueRules } from '../../shared/indicators/issue/rules.ts';
import { relocRules } from '../../shared/indicators/reloc/rules.ts';
import { batchesAt } from '../../shared/indicators/resolve.ts';
import { respRules } from '../../shared/indicators/resp/rules.ts';
import { reportRules } from '../../shared/indicators/rpt/rules.ts';
import { shareRules } from '../../shared/indicators/share/rules.ts';
import { siteRules } from '../../shared/indicators/site/rules.ts';
import { balanceTransfers } from '../../shared/indicators/transfers-between.ts';
import { knowsHeader } from '../../shared/normalise/knows-header.ts';
import { normaliseFile } from '../../shared/normalise/normalise-file.ts';
import { createTokeniser } from '../../shared/privacy/tokens.ts';
import { areaOf } from '../../shared/programme/areas.ts';
import { policyOn } from '../../shared/programme/policy.ts';
import { openWorkbook } from '../../shared/workbook/open.ts';
import { defaultReadLimits } from '../../shared/workbook/source.ts';

/** Families whose rules have cases planted. */
const families = familyIds.filter((family) =>
  ['reloc', 'fund', 'share', 'site', 'resp', 'issue', 'rpt'].includes(family),
);
const everywhere = new Set(byThemselves);
const known = [
  ...[...relocRules, ...detectors, ...shareRules, ...siteRules, ...respRules, ...issueRules, ...reportRules],
  ...betweenRules,
]
  .map(({ code }): string => code)
  .concat(identities.map(({ id }) => id));

const period = '2017-04';
const policy = policyOn('2017-04-30');
const inLedgers = [...leaks, ...untidy, ...breaches].filter(({ rule }) => rule !== null);

/** The files that the families with planted cases read at the end of the examples, as batches named by their keys. */
async function exampleBatches(): Promise<ReadonlyMap<string, readonly BatchInput[]>> {
  const batches = new Map<string, BatchInput[]>();
  const read =
    /任务计划|资金|专户|产业|分红|2017-04-X3|2017-03-X3\/.*项目|2017-04\/.*(花名册|就业|责任|问题)|2016-12\/.*问题/;
  for (const file of [...exampleFiles()].filter(({ key }) => read.test(key))) {
    const [area6 = '', keyPeriod = '', fileName = ''] = file.key.split('/');
    const keyArea = areaOf(area6)?.code ?? '';
    const workbook = await openWorkbook(await file.bytes(), defaultReadLimits, { knowsHeader });
    const tokens = createTokeniser(new Uint8Array(32));
    const context = {
      province: '43',
      keyArea,
      keyPeriod,
      fileName,
      uploadDay: file.arrivesAt.slice(0, 10),
      policy,
      tokens,
    };
    for (const { area, dataset, dataDate, table } of (await normaliseFile(workbook, context)).parts) {
      const batch = { id: file.key, dataset, period: keyPeriod, dataDate, table };
      batches.set(area, [...(batches.get(area) ?? []), batch]);
    }
  }
  return batches;
}

describe('what is planted in the examples', () => {
  const alerts = new Map<string, readonly Alert[]>();

  beforeAll(async () => {
    const all = await exampleBatches();
    const stated = [...all].map(([area, batches]) => ({
      area,
      batches: batches.filter(({ dataset }) => dataset === 'targets'),
    }));
    const transfers = balanceTransfers();
    for (const [area, batches] of all) {
      transfers.read(
        area,
        batches.filter(({ dataset }) => dataset === 'fundLedger'),
      );
    }
    const identitySearch = searchIdentities();
    for (const [area, batches] of all) for (const batch of batches) identitySearch.read(area, batch);
    const between = [...checkTargetSums(stated), ...identitySearch.list(), ...transfers.list()];
    for (const { areas, alert } of between) {
      for (const area of areas) alerts.set(area, [...(alerts.get(area) ?? []), alert]);
    }
    for (const [area, own] of all) {
      const found = families.flatMap((family) => {
        const batches: Partial<Record<BatchInput['dataset'], BatchInput[]>> = {};
        for (const one of batchesAt(own, family, period))
          batches[one.dataset] = [...(batches[one.dataset] ?? []), one];
        const input: FamilyInput = { area, period, policy, batches };
        return computeFacts(family, input).alerts;
      });
      alerts.set(area, [...(alerts.get(area) ?? []), ...found]);
    }
  }, 300_000);

  test('every rule has a case, and every case a rule', () => {
    const cases = new Set(planted.map(({ rule }) => rule));
    expect([...cases].sort()).toEqual([...new Set(known)].sort());
  });

  test.each(inLedgers.map((leak) => [leak.rule, leak.county, leak.month] as const))(
    '%s in %s is found in the ledger of %s',
    (rule, county, month) => {
      const found = (alerts.get(county) ?? []).filter((alert) => alert.rule === rule);
      const rows = found.flatMap(({ evidence }) => evidence);
      const there = rows.filter(({ batch }) => batch.startsWith(`${county}/${month}/`));
      expect(there.length).toBeGreaterThan(0);
      const alone = ![...identities.map(({ id }) => id), ...betweenRules.map(({ code }) => code)].some(
        (one) => one === rule,
      );
      if (alone) expect(there).toEqual(rows);
    },
  );

  test.each(planted.map(({ rule, county }) => [rule, county] as const))(
    '%s is found in %s',
    (rule, county) => {
      expect((alerts.get(county) ?? []).map((alert) => alert.rule)).toContain(rule);
    },
  );

  test.each(counties.map(({ code, name }) => [name, code] as const))(
    'nothing else is found in %s',
    (_, code) => {
      const rules = (alerts.get(code) ?? []).map(({ rule }) => rule).filter((rule) => !everywhere.has(rule));
      const expected = planted.filter(({ county }) => county === code).map(({ rule }) => rule);
      expect([...new Set(rules)].sort()).toEqual(
        [...new Set(expected)].filter((rule) => !everywhere.has(rule)).sort(),
      );
    },
  );
});
