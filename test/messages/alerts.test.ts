import { expect, test } from 'vitest';
import { betweenRules } from '../../shared/indicators/between-counties.ts';
import { detectors } from '../../shared/indicators/fund/detectors.ts';
import { identities } from '../../shared/indicators/fund/identities.ts';
import { issueRules } from '../../shared/indicators/issue/rules.ts';
import { relocRules } from '../../shared/indicators/reloc/rules.ts';
import { respRules } from '../../shared/indicators/resp/rules.ts';
import { reportRules } from '../../shared/indicators/rpt/rules.ts';
import { shareRules } from '../../shared/indicators/share/rules.ts';
import { siteRules } from '../../shared/indicators/site/rules.ts';
import { alertTexts } from '../../shared/messages/alert-texts.ts';

const rules = [
  ...relocRules.map(({ code }) => code),
  ...detectors.map(({ code }) => code),
  ...identities.map(({ id }) => id),
  ...shareRules.map(({ code }) => code),
  ...siteRules.map(({ code }) => code),
  ...issueRules.map(({ code }) => code),
  ...respRules.map(({ code }) => code),
  ...reportRules.map(({ code }) => code),
  ...betweenRules.map(({ code }) => code),
];

test('every rule has a text, every text a rule, no code stands for two rules', () => {
  expect(Object.keys(alertTexts).sort()).toEqual([...rules].sort());
});

test.each(Object.entries(alertTexts))('%s is said in both languages and says what to do', (_, { zh, en }) => {
  expect(zh).toMatch(/\p{Script=Han}.*。.*请|请.*。/u);
  expect(en).toMatch(/^[A-Z][\x20-\x7e]*\.$/);
});
