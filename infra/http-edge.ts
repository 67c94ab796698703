import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { HttpApi, HttpMethod, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpIamAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { type FunctionName, routes } from '../shared/contract.ts';
import { type Deployment, stackNameOf } from './deployment.ts';
import { ServiceLogs } from './service-logs.ts';

/** Requests a second, and above it for a moment: a city's offices together, far below an account's limit. */
const throttle = { rateLimit: 50, burstLimit: 100 } as const;

/** One line of JSON a request: who asked what, and what became of it. Names no person of the programme. */
const accessLog = {
  requestId: '$context.requestId',
  time: '$context.requestTime',
  caller: '$context.identity.userArn',
  sourceIp: '$context.identity.sourceIp',
  method: '$context.httpMethod',
  route: '$context.routeKey',
  path: '$context.path',
  status: '$context.status',
  bytes: '$context.responseLength',
  milliseconds: '$context.responseLatency',
  error: '$context.integrationErrorMessage',
} as const;

/** Functions that answer requests. */
export type AnsweringFunctions = Readonly<Partial<Record<FunctionName, IFunction>>>;

/**
 * The HTTP API: the contract's route table, every route signed (IAM), and everything else to `api` as well,
 * signed too, so that an unknown address is answered with a problem document and not with two words.
 */
export class HttpEdge extends Construct {
  readonly api: HttpApi;

  constructor(scope: Construct, id: string, deployment: Deployment, functions: AnsweringFunctions) {
    super(scope, id);
    const authorizer = new HttpIamAuthorizer();
    const integrations = new Map<FunctionName, HttpLambdaIntegration>();
    const integrationOf = (name: FunctionName): HttpLambdaIntegration => {
      const known = integrations.get(name);
      if (known !== undefined) return known;
      const handler = functions[name];
      if (handler === undefined) {
        throw new Error(`A route of shared/contract.ts names ${name}, which does not answer HTTP requests.`);
      }
      const made = new HttpLambdaIntegration(name, handler, { scopePermissionToRoute: false });
      integrations.set(name, made);
      return made;
    };

    this.api = new HttpApi(this, 'Api', {
      apiName: stackNameOf(deployment),
      createDefaultStage: false,
      defaultIntegration: integrationOf('api'),
      defaultAuthorizer: authorizer,
    });
    for (const route of routes) {
      this.api.addRoutes({
        path: route.path,
        methods: [HttpMethod[route.method]],
        integration: integrationOf(route.function),
        authorizer,
      });
    }
    new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      throttle,
      accessLogSettings: {
        destination: new LogGroupLogDestination(new ServiceLogs(this, 'AccessLog', deployment)),
        format: AccessLogFormat.custom(JSON.stringify(accessLog)),
      },
    });
  }
}
