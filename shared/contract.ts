/**
 * What the deployed stack and the code in it must agree on: environment names, keys of the table,
 * object-key prefixes, queue settings, routes and the way functions are bundled.
 *
 * `infra` builds the cloud from it, `functions` read it, `local` imitates it, and a test holds the three
 * against each other (design.md, The embedded default).
 */

/** Names of the environment variables a function reads. */
export const environment = {
  province: 'ANJU_PROVINCE',
  rolePrefix: 'ANJU_ROLE_PREFIX',
  table: 'ANJU_TABLE',
  inboxBucket: 'ANJU_INBOX_BUCKET',
  reportsBucket: 'ANJU_REPORTS_BUCKET',
  publishQueueUrl: 'ANJU_PUBLISH_QUEUE_URL',
  tokenSecretId: 'ANJU_TOKEN_SECRET_ID',
} as const;

export type EnvironmentName = (typeof environment)[keyof typeof environment];

/** The five functions of a province (design.md, The path). */
export type FunctionName = 'ingest' | 'indicators' | 'api' | 'documents' | 'cadence';

/** Environment each function is given, and no more: `api` knows no inbox, `documents` no secret. */
export const functionEnvironment: Readonly<Record<FunctionName, readonly EnvironmentName[]>> = {
  ingest: [
    environment.province,
    environment.table,
    environment.inboxBucket,
    environment.reportsBucket,
    environment.publishQueueUrl,
    environment.tokenSecretId,
  ],
  indicators: [environment.province, environment.table, environment.reportsBucket],
  api: [
    environment.province,
    environment.rolePrefix,
    environment.table,
    environment.reportsBucket,
    environment.publishQueueUrl,
  ],
  documents: [
    environment.province,
    environment.rolePrefix,
    environment.table,
    environment.inboxBucket,
    environment.reportsBucket,
  ],
  cadence: [environment.province, environment.table, environment.reportsBucket],
};

/** The one table: partition and sort key, both strings, and the kinds of item by key prefix. */
export const table = {
  partitionKey: 'pk',
  sortKey: 'sk',
  prefixes: {
    county: 'COUNTY#',
    upload: 'UPLOAD#',
    uploadId: 'UPLOADID#',
    mapping: 'MAPPING#',
    batch: 'BATCH#',
    facts: 'FACTS#',
    tree: 'TREE#',
    commits: 'COMMITS#',
    heads: 'HEADS',
  },
} as const;

/** Object prefixes of the reports bucket; only `private/` may hold what identifies a person. */
export const reports = {
  findings: 'findings/',
  diffs: 'diffs/',
  commands: 'commands/',
  alerts: 'alerts/',
  audit: 'audit/',
  private: 'private/',
  exports: 'exports/',
} as const;

/** Settings of the two queues (cloud.md §1.1: visibility at least six times the function's timeout). */
export const queues = {
  ingest: { visibilityTimeoutSeconds: 1800, maxReceiveCount: 3, functionTimeoutSeconds: 300, batchSize: 1 },
  publish: { visibilityTimeoutSeconds: 720, maxReceiveCount: 5, functionTimeoutSeconds: 120, batchSize: 1 },
} as const;

/** When `cadence` is woken every day, in UTC: 06:00 in Shanghai, which keeps no summer time. */
export const cadenceAt = { hour: 22, minute: 0 } as const;

/** Days a dead letter and a message are kept. */
export const queueRetentionDays = 14;

/** Every HTTP route: which function answers it. Path parameters are in braces, as API Gateway writes them. */
export const routes = [
  { id: 'home', method: 'GET', path: '/', function: 'api' },
  { id: 'docs', method: 'GET', path: '/docs', function: 'documents' },
  { id: 'compose', method: 'GET', path: '/docs/compose/{route}', function: 'documents' },
  { id: 'problem', method: 'GET', path: '/problems/{code}', function: 'documents' },
  { id: 'entry', method: 'GET', path: '/v1', function: 'documents' },
  { id: 'openapi', method: 'GET', path: '/v1/openapi.json', function: 'documents' },
  { id: 'dictionary', method: 'GET', path: '/v1/dictionary.csv', function: 'documents' },
  { id: 'health', method: 'GET', path: '/v1/health', function: 'api' },
  { id: 'areas', method: 'GET', path: '/v1/areas', function: 'api' },
  { id: 'indicators', method: 'GET', path: '/v1/indicators', function: 'api' },
  { id: 'datasets', method: 'GET', path: '/v1/datasets', function: 'api' },
  { id: 'template', method: 'GET', path: '/v1/datasets/{id}/template.xlsx', function: 'documents' },
  { id: 'uploads', method: 'GET', path: '/v1/uploads', function: 'api' },
  { id: 'upload', method: 'GET', path: '/v1/uploads/{id}', function: 'api' },
  { id: 'annotated', method: 'GET', path: '/v1/uploads/{id}/annotated.xlsx', function: 'documents' },
  { id: 'uploadFindings', method: 'GET', path: '/v1/uploads/{id}/findings', function: 'api' },
  { id: 'uploadFindingsCsv', method: 'GET', path: '/v1/uploads/{id}/findings.csv', function: 'api' },
  { id: 'receipt', method: 'GET', path: '/v1/uploads/{id}/receipt', function: 'api' },
  { id: 'receiptText', method: 'GET', path: '/v1/uploads/{id}/receipt.txt', function: 'api' },
  { id: 'diff', method: 'GET', path: '/v1/uploads/{id}/diff', function: 'api' },
  { id: 'publishOrder', method: 'POST', path: '/v1/uploads/{id}/publish', function: 'api' },
  { id: 'confirmOrder', method: 'POST', path: '/v1/uploads/{id}/confirm', function: 'api' },
  { id: 'withdrawOrder', method: 'POST', path: '/v1/uploads/{id}/withdraw', function: 'api' },
  { id: 'findingCodes', method: 'GET', path: '/v1/findings', function: 'api' },
  { id: 'mapping', method: 'GET', path: '/v1/mappings/{area}/{dataset}', function: 'api' },
  { id: 'setMapping', method: 'PUT', path: '/v1/mappings/{area}/{dataset}', function: 'api' },
  { id: 'alerts', method: 'GET', path: '/v1/alerts', function: 'api' },
  { id: 'data', method: 'GET', path: '/v1/data', function: 'api' },
  { id: 'recompute', method: 'POST', path: '/v1/recompute', function: 'api' },
  { id: 'dataJson', method: 'GET', path: '/v1/data.json', function: 'api' },
  { id: 'dataCsv', method: 'GET', path: '/v1/data.csv', function: 'api' },
  { id: 'dataJsonstat', method: 'GET', path: '/v1/data.jsonstat', function: 'api' },
  { id: 'progress334', method: 'GET', path: '/v1/progress/334', function: 'api' },
  { id: 'progress334Csv', method: 'GET', path: '/v1/progress/334.csv', function: 'api' },
  { id: 'waterfall', method: 'GET', path: '/v1/funds/waterfall', function: 'api' },
  { id: 'waterfallCsv', method: 'GET', path: '/v1/funds/waterfall.csv', function: 'api' },
  { id: 'ranking', method: 'GET', path: '/v1/ranking', function: 'api' },
  { id: 'rankingCsv', method: 'GET', path: '/v1/ranking.csv', function: 'api' },
  { id: 'completeness', method: 'GET', path: '/v1/completeness', function: 'api' },
  { id: 'completenessCsv', method: 'GET', path: '/v1/completeness.csv', function: 'api' },
  { id: 'ladder', method: 'GET', path: '/v1/ladder', function: 'api' },
  { id: 'ladderCsv', method: 'GET', path: '/v1/ladder.csv', function: 'api' },
  { id: 'explain', method: 'GET', path: '/v1/explain', function: 'documents' },
  { id: 'touches', method: 'GET', path: '/v1/uploads/{id}/touches', function: 'documents' },
  { id: 'revisions', method: 'GET', path: '/v1/revisions', function: 'api' },
  { id: 'rows', method: 'GET', path: '/v1/rows/{file}', function: 'documents' },
  { id: 'dataXlsx', method: 'GET', path: '/v1/data.xlsx', function: 'documents' },
  { id: 'dataArrow', method: 'GET', path: '/v1/data.arrow', function: 'documents' },
  { id: 'dataFile', method: 'GET', path: '/v1/data-files/{representation}', function: 'documents' },
] as const satisfies readonly {
  id: string;
  method: 'GET' | 'POST' | 'PUT';
  path: string;
  function: FunctionName;
}[];

export type RouteId = (typeof routes)[number]['id'];

/** Ids of the routes one function answers. */
export type RouteIdOf<Name extends FunctionName> = Extract<
  (typeof routes)[number],
  { readonly function: Name }
>['id'];

/** How every function is bundled, in the cloud and locally: what was tested is what runs (cloud.md §1.4). */
export const bundling = {
  format: 'esm',
  target: 'node20',
  platform: 'node',
  minify: true,
  sourcemap: true,
  sourcesContent: false,
  /** Chinese stays Chinese: escaped it takes twice the bytes. */
  charset: 'utf8',
  mainFields: ['module', 'main'],
} as const;

/** Source file of a function's entry, from the project root. */
export const entryOf = (name: FunctionName): string => `functions/${name}/handler.ts`;

/** Event that a put into the inbox makes, as EventBridge writes it. */
export const objectCreated = { source: 'aws.s3', detailType: 'Object Created' } as const;
