import { type Role, roleNames } from '../shared/access/roles.ts';
import { callsOf } from './access-roles.ts';
import type { Acknowledgement } from './acknowledgement.ts';
import { type Deployment, isInChina } from './deployment.ts';
import { principalsOf } from './province-access.ts';

const perCall =
  'What stands for the star is an id in the path, or with HEAD a path that GET is decided for; which of them a role ' +
  'may have the endpoint decides by area (shared/access), and IAM names the route.';
const perFolder = 'A county’s own folder of the inbox, put only: its files have no ARN before they are put.';

/** The exceptions for the roles of people, from the same tables as the roles. */
export function accessAcknowledgements({
  province,
  region,
  account,
}: Deployment): readonly Acknowledgement[] {
  const principals = principalsOf(province);
  const made = roleNames.filter((role) => principals.some((principal) => principal.role === role));
  const starred = [...new Set(made.flatMap(callsOf))].filter((call) => call.includes('*'));
  const pathsOf = (call: string) => made.filter((role) => callsOf(role).includes(call)).map(policyPath);
  const partition = isInChina(region) ? 'aws-cn' : 'aws';
  const api = `arn:${partition}:execute-api:${region}:${account ?? '<AWS::AccountId>'}:<HttpApi4E1D4184>`;
  return [
    ...starred.map((call) => ({
      rule: `AwsSolutions-IAM5[Resource::${api}/$default/${call}]`,
      paths: pathsOf(call),
      reason: perCall,
    })),
    ...principals
      .filter(({ role }) => role === 'county')
      .map(({ area }) => ({
        rule: `AwsSolutions-IAM5[Resource::<InboxA8E05DC3.Arn>/${area}/*]`,
        paths: [`Access/county${area}`],
        reason: perFolder,
      })),
  ];
}

const policyPath = (role: Role): string => `Access/${role}Calls`;
