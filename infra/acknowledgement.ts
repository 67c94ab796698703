import type { RuntimeName } from './deployment.ts';

/** A rule we knowingly do not follow, where, and why. */
export interface Acknowledgement {
  /** Rule as cdk-nag names it, one finding of a rule in brackets. */
  readonly rule: string;
  /** Construct paths within the stack; the rule is accepted there and below, nowhere else. */
  readonly paths: readonly string[];
  readonly reason: string;
  /** Only for deployments that ask for this runtime. */
  readonly runtime?: RuntimeName;
}
