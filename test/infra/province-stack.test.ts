import { expect, it } from 'vitest';
import { textOf } from './policies.ts';
import { jsonOf, stackWith, templateWith } from './synthesised.ts';

it('is called Anju-43 and cannot be destroyed by mistake; Anju-43-dev can', () => {
  expect(stackWith().stackName).toBe('Anju-43');
  expect(stackWith().terminationProtection).toBe(true);
  expect(stackWith({ stage: 'dev' }).stackName).toBe('Anju-43-dev');
  expect(stackWith({ stage: 'dev' }).terminationProtection).toBe(false);
});

it('has exactly these outputs', () => {
  const outputs = Object.entries(jsonOf(templateWith()).Outputs).map(([name, output]) => [
    name,
    textOf(typeof output === 'object' && output !== null && 'Value' in output ? output.Value : undefined),
  ]);
  expect(Object.fromEntries(outputs)).toEqual({
    InboxBucket: '<Inbox>',
    ReportsBucket: '<Reports>',
    TableName: '<Table>',
    IngestQueueUrl: '<IngestQueue>',
    PublishQueueUrl: '<PublishQueue>',
    ApiUrl: '<HttpApi.ApiEndpoint>',
  });
});

it('is the same template every time', () => {
  expect(templateWith().toJSON()).toEqual(templateWith().toJSON());
});
