import { formsOf } from '../query/parameter.ts';
import { dataParameters } from './data-grammar.ts';

/** The grammar of `/v1/data` as a table of docs/api.md. */
export function grammarTable(): string {
  const rows = dataParameters('csv').map((parameter) => {
    const { name, required, meaning } = parameter;
    const told = formsOf(parameter)
      .map((form) => `\`${form}\``)
      .join(' ');
    return `| \`${name}\`${required ? ' (required)' : ''} | ${told} | ${meaning.en} |`;
  });
  return ['', '| parameter | forms | meaning |', '| --- | --- | --- |', ...rows, ''].join('\n');
}
