import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { describe, expect, it } from 'vitest';
import { acknowledgements, acknowledgementsOf } from '../../infra/acknowledgements.ts';
import type { ProvinceStack } from '../../infra/province-stack.ts';
import { deploymentWith, stackWith } from './synthesised.ts';

/** Violations of both packs, as `rule path`, the path from the stack on. */
function violationsOf(stack: ProvinceStack): string[] {
  const packs = [new AwsSolutionsChecks(), new ServerlessChecks()];
  return packs.flatMap((pack) =>
    pack
      .validateScope(stack)
      .violations.flatMap(({ ruleName, violatingResources }) =>
        violatingResources.map(
          ({ constructPath }) => `${ruleName} ${constructPath?.replace(/^[^/]+\//, '')}`,
        ),
      ),
  );
}

const situations = [{}, { region: 'ap-east-1' }, { stage: 'dev', runtime: 'nodejs22.x' }] as const;

describe.each(situations)('with %j', (options) => {
  it('AwsSolutions and Serverless find nothing that is not acknowledged', () => {
    expect(violationsOf(stackWith(options))).toEqual([]);
  });

  it('every acknowledgement is needed, at every path it names', () => {
    const found = violationsOf(stackWith(options, []));
    const unused = acknowledgementsOf(deploymentWith(options)).flatMap(({ rule, paths }) =>
      paths
        .filter((path) => !found.some((one) => `${one}/`.startsWith(`${rule} ${path}/`)))
        .map((path) => `${rule} ${path}`),
    );
    expect(unused).toEqual([]);
  });
});

it.each(acknowledgements)('$rule has a reason that explains', ({ reason }) => {
  expect(reason).toMatch(/^.{40,}\.$/);
});
