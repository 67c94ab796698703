import type { DocumentDeps } from '../http/document-deps.ts';
import type { Route } from '../http/http.ts';
import { jsonAnswer } from '../http/json-answer.ts';
import { type QueryError, refuse } from '../http/problem.ts';
import { langParameter } from '../query/common-parameters.ts';
import { readChoice } from '../query/read-choice.ts';
import { byLanguage } from './openapi/by-language.ts';
import { openapiDocument } from './openapi/document.ts';

const answerIn = byLanguage((language) => ({ ...jsonAnswer(openapiDocument(language)), language }));

/** `GET /v1/openapi.json`: the OpenAPI 3.1 document of the endpoint. */
export const openapi: Route<DocumentDeps> = {
  async answer({ query, language: preferred }) {
    const errors: QueryError[] = [];
    const language = readChoice(query, langParameter, errors) ?? preferred;
    return errors.length > 0 ? refuse(errors) : answerIn(language);
  },
};
