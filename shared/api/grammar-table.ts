import { bomParameter, dataGrammar } from './data-grammar.ts';

/** The grammar of `/v1/data` as a table of docs/api.md. */
export function grammarTable(): string {
  const rows = [...dataGrammar, bomParameter].map(({ name, required, forms, meaning }) => {
    const told = forms.map((form) => `\`${form}\``).join(' ');
    return `| \`${name}\`${required ? ' (required)' : ''} | ${told} | ${meaning.en} |`;
  });
  return ['', '| parameter | forms | meaning |', '| --- | --- | --- |', ...rows, ''].join('\n');
}
