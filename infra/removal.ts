import { RemovalPolicy } from 'aws-cdk-lib';
import { type Deployment, keepsData } from './deployment.ts';

/** What becomes of data when its stack is destroyed: kept in `prod`, thrown away in any other stage. */
export const removalOf = (deployment: Deployment): RemovalPolicy =>
  keepsData(deployment) ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;
