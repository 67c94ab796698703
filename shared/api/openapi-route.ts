import { langParameter } from './common-parameters.ts';
import type { DocumentDeps } from './document-deps.ts';
import type { Route } from './http.ts';
import { jsonAnswer } from './json-answer.ts';
import { byLanguage } from './openapi/by-language.ts';
import { openapiDocument } from './openapi/document.ts';
import { type QueryError, refuse } from './problem.ts';
import { readChoice } from './read-choice.ts';

const answerIn = byLanguage((language) => ({ ...jsonAnswer(openapiDocument(language)), language }));

/** `GET /v1/openapi.json`: the OpenAPI 3.1 document of the endpoint. */
export const openapi: Route<DocumentDeps> = {
  async answer({ query, language: preferred }) {
    const errors: QueryError[] = [];
    const language = readChoice(query, langParameter, errors) ?? preferred;
    return errors.length > 0 ? refuse(errors) : answerIn(language);
  },
};
