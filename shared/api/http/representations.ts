import { xlsxType } from '../../handback/private-copies.ts';

/** The forms in which `/v1/data` gives the same numbers, the first of them where a client has no wish. */
export const representations = ['json', 'csv', 'xlsx', 'jsonstat', 'arrow'] as const;
export type Representation = (typeof representations)[number];

/** One representation as HTTP knows it. */
export interface RepresentationDefinition {
  /** Media type it is sent as. */
  readonly contentType: string;
  /** What may stand in `Accept` for it, without blanks. */
  readonly accepts: readonly string[];
  /** Written by `documents`, which carries the libraries for it. */
  readonly isHeavy: boolean;
  /** Saved as a file by a browser, under a Chinese name. */
  readonly isFile: boolean;
  /** The whole selection unless a `limit` is given; JSON comes in pages. */
  readonly isWhole: boolean;
}

/** Media types of JSON-stat: there is no registered one, so the profile of JSON is what is sent. */
const jsonstatType = 'application/json;profile=json-stat';

export const representationDefinitions: Readonly<Record<Representation, RepresentationDefinition>> = {
  json: {
    contentType: 'application/json',
    accepts: ['application/json'],
    isHeavy: false,
    isFile: false,
    isWhole: false,
  },
  csv: {
    contentType: 'text/csv; charset=utf-8',
    accepts: ['text/csv'],
    isHeavy: false,
    isFile: true,
    isWhole: true,
  },
  xlsx: { contentType: xlsxType, accepts: [xlsxType], isHeavy: true, isFile: true, isWhole: true },
  jsonstat: {
    contentType: jsonstatType,
    accepts: ['application/vnd.json-stat+json', jsonstatType],
    isHeavy: false,
    isFile: false,
    isWhole: true,
  },
  arrow: {
    contentType: 'application/vnd.apache.arrow.stream',
    accepts: ['application/vnd.apache.arrow.stream'],
    isHeavy: true,
    isFile: true,
    isWhole: true,
  },
};
