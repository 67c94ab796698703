import { langParameter } from './common-parameters.ts';
import { csvText } from './csv.ts';
import { dictionaryRows } from './dictionary/rows.ts';
import type { DocumentDeps } from './document-deps.ts';
import { entityTag } from './etag.ts';
import { attachment } from './file-name.ts';
import type { Route } from './http.ts';
import { type QueryError, refuse } from './problem.ts';
import { readChoice } from './read-choice.ts';
import { representationDefinitions } from './representations.ts';

/** `GET /v1/dictionary.csv`: every column, field, parameter and code a client meets, one a row. */
export const dictionary: Route<DocumentDeps> = {
  async answer({ query, language: preferred }) {
    const errors: QueryError[] = [];
    const language = readChoice(query, langParameter, errors) ?? preferred;
    if (errors.length > 0) return refuse(errors);
    const text = csvText(dictionaryRows(language));
    return {
      kind: 'answer',
      contentType: representationDefinitions.csv.contentType,
      etag: entityTag({ query: '', content: [text], representation: 'csv', language }),
      language,
      headers: { 'content-disposition': attachment('anju-dictionary.csv', '安居数据字典.csv') },
      body: async () => text,
    };
  },
};
