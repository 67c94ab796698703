import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { deploymentsOf } from './deployment.ts';
import { ProvinceStack } from './province-stack.ts';

const app = new App();
const deployments = deploymentsOf({
  context: (name) => app.node.tryGetContext(name),
  account: process.env.CDK_DEFAULT_ACCOUNT,
  region: process.env.CDK_DEFAULT_REGION,
});
for (const deployment of deployments) new ProvinceStack(app, deployment);
Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
app.synth();
