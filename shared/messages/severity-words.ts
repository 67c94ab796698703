import type { FindingCounts, Severity } from '../normalise/finding.ts';
import type { Bilingual } from '../text/languages.ts';

/** What a severity is called wherever a person reads it; programs read its code. */
export const severityWords: Readonly<Record<Severity, Bilingual>> = {
  error: { zh: '错误', en: 'errors' },
  warning: { zh: '警告', en: 'warnings' },
  note: { zh: '提示', en: 'notes' },
};

const severities: readonly Severity[] = ['error', 'warning', 'note'];

/** The names of all three, gravest first: 错误 · 警告 · 提示. */
export function severityNames(language: keyof Bilingual): string {
  const names = severities.map((severity) => severityWords[severity][language]).join(' · ');
  return `${names.charAt(0).toUpperCase()}${names.slice(1)}`;
}

/** How many findings of each severity: 错误 2，警告 0，提示 1. */
export function severityCounts(counts: FindingCounts, language: keyof Bilingual): string {
  const told = severities.map((severity) => {
    const word = severityWords[severity][language];
    return language === 'zh' ? `${word} ${counts[severity]}` : `${word}: ${counts[severity]}`;
  });
  return told.join(language === 'zh' ? '，' : ', ');
}
