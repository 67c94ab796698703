import { csvText } from '../http/csv.ts';
import type { DocumentDeps } from '../http/document-deps.ts';
import { entityTag } from '../http/etag.ts';
import { attachment } from '../http/file-name.ts';
import type { Route } from '../http/http.ts';
import { type QueryError, refuse } from '../http/problem.ts';
import { representationDefinitions } from '../http/representations.ts';
import { langParameter } from '../query/common-parameters.ts';
import { readChoice } from '../query/read-choice.ts';
import { dictionaryRows } from './dictionary/rows.ts';

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
