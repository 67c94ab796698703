import type { ProvinceAccess } from './province-access.ts';

/** How long a province keeps what counties sent and what its machines wrote, in days. */
export interface Retention {
  /** Workbooks as they arrived. After this the batches made from them can no longer be rebuilt. */
  readonly rawDays: number;
  /** A workbook that a later one of the same object key replaced, counted from its replacement. */
  readonly replacedRawDays: number;
  /** Function, API and access logs; the law asks for at least six months (cloud.md §4.2). CloudWatch takes these. */
  readonly logDays: 180 | 365 | 731 | 1096;
}

/** A province that can be deployed: one stack, one region, nothing shared with another province. */
export interface Province {
  /** GB/T 2260 code of two digits, the stack's number: `43` gives `Anju-43`. */
  readonly code: string;
  /** Name in Chinese, for people. */
  readonly name: string;
  /** Name in ASCII, for tags and descriptions, which take no Chinese everywhere. */
  readonly slug: string;
  /** Region that holds the province's real data: in China, because the data may not leave it (cloud.md §4.2). */
  readonly region: string;
  readonly retention: Retention;
  readonly access: ProvinceAccess;
}

/** Ten years of workbooks, a year of replaced ones, a year of logs. */
const ordinaryRetention: Retention = { rawDays: 3650, replacedRawDays: 365, logDays: 365 };

/**
 * Hunan begins with Huaihua (4312): an office in each of its counties, the city's command room, and analysts of
 * city and province. A further city is a further code in each list.
 */
const hunanAccess: ProvinceAccess = {
  areas: {
    county: ['4312'],
    dispatcher: ['4312'],
    analyst: ['43', '4312'],
    auditor: ['43'],
    admin: ['43'],
    public: ['43'],
  },
  assumedBy: 'account',
};

/**
 * The provinces of this installation. Adding one is adding a row; `cdk deploy Anju-<code>` deploys it.
 *
 * The region is Ningxia (宁夏) and not Beijing: both are equal for what the stack uses, Ningxia is the cheaper.
 */
export const provinces: readonly Province[] = [
  {
    code: '43',
    name: '湖南省',
    slug: 'Hunan',
    region: 'cn-northwest-1',
    retention: ordinaryRetention,
    access: hunanAccess,
  },
];
