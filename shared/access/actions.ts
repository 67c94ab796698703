import type { Bilingual } from '../text/languages.ts';
import type { Role } from './roles.ts';

/** Something one may do, and who may. */
export interface ActionDefinition extends Bilingual {
  /** Roles that may do it within their own area. */
  readonly roles: readonly Role[];
  /** Roles whose doing it leaves an audit record, refused or not. */
  readonly audited: readonly Role[];
}

const everyone = ['county', 'dispatcher', 'analyst', 'auditor', 'admin', 'public'] as const;
const insiders = ['county', 'dispatcher', 'analyst', 'auditor', 'admin'] as const;
const commanding = ['county', 'dispatcher', 'auditor', 'admin'] as const;
const responsible = ['county', 'auditor', 'admin'] as const;
const owners = ['county', 'admin'] as const;
/** Who is shown rows of a county without being it. */
const lookingInto = ['auditor', 'admin'] as const;
const nobody = [] as const;

/**
 * Every action and its roles (design.md, Access and privacy). A dispatcher sees which files came and what stands
 * against an area, never a finding, which says what one row holds. What shows an identity or a row is audited.
 */
export const actions = {
  read_reference: {
    roles: everyone,
    audited: nobody,
    zh: '查看目录、地区、表样',
    en: 'read catalogue, areas and forms',
  },
  read_figures: { roles: everyone, audited: nobody, zh: '查看指标', en: 'read figures' },
  read_overviews: {
    roles: insiders,
    audited: nobody,
    zh: '查看进度、资金、报送、阶梯专题',
    en: 'read progress, funds, completeness and ladder',
  },
  read_page: { roles: insiders, audited: nobody, zh: '查看页面', en: 'read the page' },
  explain_figures: {
    roles: insiders,
    audited: lookingInto,
    zh: '查看指标来源',
    en: 'ask where a figure comes from',
  },
  read_alerts: { roles: commanding, audited: nobody, zh: '查看预警', en: 'read alerts' },
  list_uploads: { roles: commanding, audited: nobody, zh: '查看上报清单', en: 'list uploads' },
  read_upload: {
    roles: responsible,
    audited: nobody,
    zh: '查看上报及问题',
    en: 'read an upload with its findings',
  },
  read_mapping: { roles: responsible, audited: nobody, zh: '查看表头对应', en: 'read header mappings' },
  read_own_copy: {
    roles: owners,
    audited: everyone,
    zh: '下载批注原表',
    en: 'fetch the workbook with its errors marked',
  },
  change_upload: {
    roles: owners,
    audited: nobody,
    zh: '发布、确认、撤回上报',
    en: 'publish, confirm or withdraw an upload',
  },
  change_mapping: { roles: owners, audited: nobody, zh: '确认表头对应', en: 'confirm header mappings' },
  recompute: { roles: ['admin'], audited: everyone, zh: '重新计算指标', en: 'have figures computed anew' },
  read_rows: { roles: lookingInto, audited: everyone, zh: '查看脱敏明细', en: 'read pseudonymous rows' },
} as const satisfies Readonly<Record<string, ActionDefinition>>;

export type Action = keyof typeof actions;

/** Whether a word names an action. */
export function isAction(word: string): word is Action {
  return Object.hasOwn(actions, word);
}

/** The actions in the order of the docs. */
export const actionNames = Object.keys(actions).filter(isAction);

/** Whether a role may do something at all, in its own area. */
export function mayEver(role: Role, action: Action): boolean {
  const { roles }: ActionDefinition = actions[action];
  return roles.includes(role);
}

/**
 * Whether a role is shown which cells and rows a figure, a finding or an alert rests on, within its own area; the
 * others are shown how many there are (design.md, Access and privacy).
 */
export function seesCells(role: Role): boolean {
  return mayEver(role, 'read_upload');
}

/** Whether what a role does leaves an audit record: all that a command room asks, and what shows rows. */
export function isAudited(role: Role, action: Action): boolean {
  const { audited }: ActionDefinition = actions[action];
  return role === 'dispatcher' || audited.includes(role);
}
