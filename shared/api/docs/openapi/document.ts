import { routes } from '../../../contract.ts';
import { catalogueVersion } from '../../../indicators/catalogue.ts';
import type { Language } from '../../../text/languages.ts';
import { groups } from './description.ts';
import { componentSchemas } from './json-schema.ts';
import { operationOf } from './operation.ts';
import { parameterComponents } from './parameters.ts';
import { headerComponents } from './response-headers.ts';
import { documentTexts } from './texts.ts';

/** The OpenAPI 3.1 document of the endpoint, its words in one language: all of it from the tables of this house. */
export function openapiDocument(language: Language): object {
  const say = (name: keyof typeof documentTexts) => documentTexts[name][language];
  const paths = [...new Set(routes.map(({ path }) => path))];
  return {
    openapi: '3.1.0',
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    info: {
      title: say('title'),
      version: catalogueVersion,
      summary: say('summary'),
      description: say('description'),
      contact: { name: say('contact') },
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/', description: say('server') }],
    security: [{ sigv4: [] }],
    tags: Object.entries(groups).map(([name, text]) => ({ name, description: text[language] })),
    paths: Object.fromEntries(
      paths.map((path) => {
        const all = routes.filter((route) => route.path === path);
        const operations = all.map((route) => [route.method.toLowerCase(), operationOf(route, language)]);
        return [path, Object.fromEntries(operations)];
      }),
    ),
    components: {
      schemas: componentSchemas(),
      parameters: {
        ...parameterComponents(language),
        AcceptLanguage: {
          name: 'Accept-Language',
          in: 'header',
          description: say('acceptLanguage'),
          schema: { type: 'string' },
          example: 'zh-CN',
        },
        IfNoneMatch: {
          name: 'If-None-Match',
          in: 'header',
          description: say('ifNoneMatch'),
          schema: { type: 'string' },
        },
        IdempotencyKey: {
          name: 'Idempotency-Key',
          in: 'header',
          description: say('idempotencyKey'),
          schema: { type: 'string', pattern: '^[\\x21-\\x7e]{1,200}$' },
        },
      },
      headers: headerComponents(language),
      responses: {
        NotModified: {
          description: say('notModified'),
          headers: { ETag: { $ref: '#/components/headers/ETag' } },
        },
      },
      securitySchemes: {
        sigv4: {
          type: 'apiKey',
          in: 'header',
          name: 'Authorization',
          description: say('signature'),
          'x-amazon-apigateway-authtype': 'awsSigv4',
        },
      },
    },
  };
}
