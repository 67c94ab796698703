import type { Area } from '../programme/areas.ts';

/**
 * To whom figures are shown: `own` sees every figure of its own area as it is; the others see none behind which
 * stand fewer than k households or persons (design.md, Access and privacy).
 */
export type Audience = 'own' | { readonly k: 5 } | { readonly k: 10 };

/** A role somebody may have in an area. */
export interface RoleDefinition {
  /** Levels of area the role exists for. */
  readonly levels: readonly Area['level'][];
  readonly audience: Audience;
  readonly zh: string;
  readonly en: string;
}

/**
 * The roles (design.md, Access and privacy). A dispatcher belongs to a city or a county, never to the province:
 * who sees small counts must be near enough to help the households behind them. An auditor sees rows, so
 * hiding counts from one would hide nothing.
 */
export const roles = {
  county: { levels: ['county'], audience: 'own', zh: '县级填报单位', en: 'county office' },
  dispatcher: { levels: ['city', 'county'], audience: 'own', zh: '指挥室', en: 'command room' },
  analyst: { levels: ['province', 'city', 'county'], audience: { k: 5 }, zh: '分析人员', en: 'analyst' },
  auditor: { levels: ['province', 'city', 'county'], audience: 'own', zh: '审计人员', en: 'auditor' },
  admin: { levels: ['province', 'city'], audience: 'own', zh: '管理员', en: 'administrator' },
  public: { levels: ['province', 'city'], audience: { k: 10 }, zh: '公众', en: 'public' },
} as const satisfies Readonly<Record<string, RoleDefinition>>;

export type Role = keyof typeof roles;

/** The roles in the order of the docs. */
export const roleNames = Object.keys(roles).filter(isRole);

/** Whether a word names a role. */
export function isRole(word: string): word is Role {
  return Object.hasOwn(roles, word);
}
