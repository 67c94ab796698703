import { betweenRules } from './between-counties.ts';
import { detectors } from './fund/detectors.ts';
import { identities } from './fund/identities.ts';
import { issueRules } from './issue/rules.ts';
import { relocRules } from './reloc/rules.ts';
import { respRules } from './resp/rules.ts';
import { reportRules } from './rpt/rules.ts';
import { shareRules } from './share/rules.ts';
import { siteRules } from './site/rules.ts';

/** Every rule whose breach is an alert as a Markdown table, for the docs; a test holds the two together. */
export function rulesTable(): string {
  const rows = [
    ...relocRules.map(({ code, test, severity, source }) => [code, 'reloc', test, severity, source]),
    ...detectors.map(({ code, test, severity, source }) => [code, 'fund', test, severity, source]),
    ...identities.map(({ id, scope, statement, severity, source }) => [
      id,
      `fund, by ${scope}`,
      statement.en,
      severity,
      source,
    ]),
    ...shareRules.map(({ code, test, severity, source }) => [code, 'share', test, severity, source]),
    ...siteRules.map(({ code, test, severity, source }) => [code, 'site', test, severity, source]),
    ...issueRules.map(({ code, test, severity, source }) => [code, 'issue', test, severity, source]),
    ...respRules.map(({ code, test, severity, source }) => [code, 'resp', test, severity, source]),
    ...reportRules.map(({ code, test, severity, source }) => [code, 'rpt', test, severity, source]),
    ...betweenRules.map(({ code, test, severity, source }) => [
      code,
      'between counties',
      test,
      severity,
      source,
    ]),
  ];
  const header = ['rule', 'family', 'what is tested, or must hold', 'severity', 'source'];
  return [header, header.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
