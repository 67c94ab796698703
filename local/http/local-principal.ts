import type { IncomingHttpHeaders } from 'node:http';
import { type Principal, principalIn, roleNameOf } from '../../shared/access/principal.ts';
import { roleNames, roles } from '../../shared/access/roles.ts';
import { localAccount } from '../local-account.ts';
import { isFromForeignPage } from '../loopback.ts';
import { gatewayMessage, type HttpAnswer } from './function-answer.ts';

/** Header and cookie that name the role to try, as `analyst@4312`. Nothing behind the gateway reads either. */
export const principalHeader = 'x-anju-principal';
const principalCookie = 'anju-principal';

/** Who somebody at this machine is, and how to be somebody else. */
export interface LocalPrincipals {
  /** The ARN that IAM would give for the request, or its refusal where it names nobody: never taken for admin. */
  of(headers: IncomingHttpHeaders): { readonly arn: string } | { readonly refused: HttpAnswer };
  /** The answer to `GET /principal`: who one is; with `?as=analyst@4312` it sets the cookie, with `?as=admin` takes it away. */
  answer(query: string, headers: IncomingHttpHeaders): HttpAnswer;
}

/**
 * Principals of a local run: the province's administrator, unless the request's header or else its cookie names
 * another. Only loopback is listened on, so this opens nothing: whoever can ask is admin anyway.
 */
export function localPrincipals(province: string, rolePrefix: string): LocalPrincipals {
  const admin: Principal = { role: 'admin', area: province };
  const named = (text: string): Principal | null => {
    if (text === 'admin') return admin;
    const [, role = '', area = ''] = /^([a-z]+)@(\d+)$/.exec(text) ?? [];
    return principalIn(province, role, area);
  };
  const principalOf = (headers: IncomingHttpHeaders): Principal | null => {
    const asked = headers[principalHeader] ?? cookieOf(headers);
    return asked === undefined ? admin : named(String(asked));
  };
  return {
    of(headers) {
      const principal = principalOf(headers);
      if (!principal) return { refused: noSuchPrincipal(province) };
      const role = roleNameOf(principal, { rolePrefix });
      return { arn: `arn:aws:sts::${localAccount}:assumed-role/${role}/local` };
    },
    answer(query, headers) {
      const as = new URLSearchParams(query).get('as');
      if (as === null) return described(principalOf(headers));
      if (isFromForeignPage(headers)) {
        return gatewayMessage(403, 'Forbidden: pages of other sites may not switch who you are');
      }
      const principal = named(as);
      return principal ? switched(principal, as === 'admin') : noSuchPrincipal(province);
    },
  };
}

function cookieOf({ cookie }: IncomingHttpHeaders): string | undefined {
  const pairs = (cookie ?? '').split('; ').map((pair) => pair.split('='));
  return pairs.find(([name]) => name === principalCookie)?.[1];
}

function switched({ role, area }: Principal, isAdmin: boolean): HttpAnswer {
  const value = isAdmin ? '; Max-Age=0' : `${role}@${area}`;
  const cookie = `${principalCookie}=${value}; Path=/; HttpOnly; SameSite=Strict`;
  const headers = { location: '/', 'set-cookie': cookie, 'cache-control': 'no-store' };
  return { status: 303, headers, body: Buffer.alloc(0) };
}

function described(principal: Principal | null): HttpAnswer {
  const body = JSON.stringify({
    principal: principal && `${principal.role}@${principal.area}`,
    switch: '/principal?as=analyst@4312',
    header: principalHeader,
    roles: roleNames.map((role) => ({
      role,
      zh: roles[role].zh,
      en: roles[role].en,
      levels: roles[role].levels,
    })),
  });
  const headers = { 'content-type': 'application/json', 'cache-control': 'no-store' };
  return { status: 200, headers, body: Buffer.from(`${body}\n`) };
}

function noSuchPrincipal(province: string): HttpAnswer {
  const body = JSON.stringify({
    title: 'Bad Request',
    status: 400,
    code: 'unknown_principal',
    message: {
      zh: `没有这个角色或地区。请写成 角色@地区，如 analyst@${province}、county@431224；/principal?as=admin 恢复为管理员。`,
      en: `No such role or area. Write role@area, e.g. analyst@${province} or county@431224; /principal?as=admin makes you admin again.`,
    },
  });
  const headers = { 'content-type': 'application/problem+json', 'cache-control': 'no-store' };
  return { status: 400, headers, body: Buffer.from(`${body}\n`) };
}
