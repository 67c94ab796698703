import type { Contract } from './contract.ts';
import { field, value } from './field.ts';
import { splittingCountyField } from './shared-fields.ts';

/**
 * 资金主体与专户登记: one account or authorised payee (domain.md §4 D7, R5). A person is kept as tokens only: a name
 * stays when a valid 统一社会信用代码 or 是否个人账户=否 says that it is an organisation's, and nothing a person's.
 */
export const fundParties: Contract = {
  id: 'fundParties',
  version: '1',
  zh: '资金主体与专户登记',
  en: 'Fund parties and dedicated accounts',
  grain: 'account or authorised payee',
  accumulate: 'latest',
  effective: 'end',
  key: ['partyId', 'accountToken'],
  titleWords: ['专户登记', '资金主体', '专户', '账户登记'],
  fields: [
    field('partyId', ['主体编号', '主體編號', 'Party id'], 'string', {
      need: 'required',
      form: 'code',
      pattern: '[0-9A-Za-z-]{1,40}',
      pii: 'D',
      keeping: 'party',
    }),
    field('partyName', ['单位名称', '單位名稱', 'Name'], 'string', {
      aliases: ['户名', '收款单位'],
      need: 'required',
      maxLength: 100,
      keeping: 'keep+token:name',
    }),
    splittingCountyField,
    field('role', ['主体类型', '主體類型', 'Role'], 'enum', {
      need: 'required',
      values: [
        value(
          'provincial_platform',
          '省级投融资主体',
          'Provincial financing platform',
          '省级平台',
          '省级投融资平台',
        ),
        value(
          'county_entity',
          '县级项目实施主体',
          'County implementing entity',
          '县级实施主体',
          '项目实施主体',
          '县级平台',
        ),
        value('treasury', '财政', 'Treasury', '财政局', '财政部门'),
        value('contractor', '施工单位', 'Contractor', '施工', '施工企业'),
        value('supervisor', '监理单位', 'Supervisor', '监理'),
        value('designer', '设计单位', 'Designer', '设计', '勘察设计单位'),
        value('household', '农户', 'Household', '搬迁户', '个人', '贫困户'),
        value('other', '其他', 'Other', '其它'),
      ],
    }),
    field('accountNo', ['银行账号', '銀行賬號', 'Account'], 'string', {
      aliases: ['专户账号', '账户', '账号'],
      need: 'required',
      form: 'code',
      pattern: '\\d{8,32}',
      pii: 'D',
      keeping: 'token:account',
      tokenColumn: 'accountToken',
      lastDigitsColumn: 'accountLast4',
    }),
    field('isDedicated', ['是否专户', '是否專戶', 'Dedicated account'], 'bool', {
      aliases: ['专户储存', '资金专户'],
      need: 'required',
      words: { 专户: true, 非专户: false, 一般户: false, 基本户: false, 一般账户: false },
    }),
    field('isPersonal', ['是否个人账户', '是否個人賬戶', 'Personal account'], 'bool', {
      words: {
        个人: true,
        个人户: true,
        个人账户: true,
        私人: true,
        私人账户: true,
        单位: false,
        单位户: false,
        单位账户: false,
        对公: false,
        对公户: false,
        对公账户: false,
      },
    }),
    field('bankName', ['开户行', '開戶行', 'Bank'], 'string', { aliases: ['开户银行'], maxLength: 100 }),
    field('validFrom', ['启用日期', '啓用日期', 'Valid from'], 'date', { need: 'required' }),
    field('validTo', ['停用日期', '停用日期', 'Valid to'], 'date'),
  ],
  rowRules: [
    { code: 'valid_to_before_from', severity: 'warning', left: 'validFrom', is: '<=', right: 'validTo' },
  ],
  needRules: [],
  clashRules: [
    {
      code: 'dedicated_and_personal',
      one: { field: 'isDedicated', in: [true] },
      other: { field: 'isPersonal', in: [true] },
    },
  ],
  eraseRules: [
    {
      columns: ['partyName'],
      unless: [
        { field: 'partyId', valid: 'uscc' },
        { field: 'isPersonal', in: [false] },
      ],
      when: [
        { field: 'partyId', valid: 'idno' },
        { field: 'isPersonal', in: [true] },
        { field: 'role', in: ['household'] },
      ],
    },
  ],
};
