import type { Contract } from '../../datasets/contract.ts';
import { contracts } from '../../datasets/contracts.ts';
import { datasetIds, isDatasetId } from '../../datasets/dataset-ids.ts';
import { mappingKey } from '../../normalise/mapping.ts';
import { fieldOf, vocabularies } from '../../normalise/vocabulary.ts';
import { mappingVersion, readMapping } from '../../records/mappings.ts';
import { foldLabel } from '../../text/fold.ts';
import { mappingBody } from '../http/bodies.ts';
import type { Outcome, Route, RouteCall } from '../http/http.ts';
import { jsonAnswer } from '../http/json-answer.ts';
import { nearest } from '../http/nearest.ts';
import { type Problem, problem, type QueryError, queryError, refuse } from '../http/problem.ts';
import { readBody } from '../http/read-body.ts';
import { readArea } from '../query/read-areas.ts';
import { giveCommand } from './give-command.ts';

interface Place {
  readonly area: string;
  readonly contract: Contract;
}

function placeOf({ deps, pathValues }: RouteCall): Place | Problem {
  const { area = '', dataset = '' } = pathValues;
  const read = readArea(area, deps.province);
  if ('error' in read) return refuse([read.error]);
  if (isDatasetId(dataset)) return { area: read.area, contract: contracts[dataset] };
  const didYouMean = nearest(dataset, datasetIds);
  const known = { in: 'path', name: 'dataset', value: dataset, allowed: datasetIds, didYouMean } as const;
  const error = queryError({ ...known, code: 'dataset_not_found' });
  return { ...problem('dataset_not_found', dataset, datasetIds), errors: [error] };
}

/** `GET /v1/mappings/{area}/{dataset}`: the odd headers a county has confirmed, as they are in force. */
export const mapping: Route = {
  async answer(call) {
    const place = placeOf(call);
    if ('kind' in place) return place;
    const { area, contract } = place;
    const { deps } = call;
    const found = await readMapping(deps.items, area, contract.id, deps.now().toISOString());
    return found ? jsonAnswer(found) : problem('mapping_not_found', `${area}/${contract.id}`);
  },
};

/**
 * `PUT /v1/mappings/{area}/{dataset}`: what a county's odd headers mean. The whole mapping is replaced; files
 * put after it is in force are read by it, earlier ones stay as they were read.
 */
export const setMapping: Route = {
  async answer(call): Promise<Outcome> {
    const place = placeOf(call);
    if ('kind' in place) return place;
    const { area, contract } = place;
    const { deps, body } = call;
    const read = readBody(body, mappingBody);
    if ('problem' in read) return read.problem;
    const { headers, errors } = readHeaders(contract, read.value.headers);
    if (errors.length > 0) return refuse(errors);
    const location = `/v1/mappings/${area}/${contract.id}`;
    const current = await readMapping(deps.items, area, contract.id, deps.now().toISOString());
    if (current?.version === mappingVersion(headers)) {
      const { version, at } = current;
      return { kind: 'accepted', location, document: { mapping: { version, at }, resource: location } };
    }
    const order = { kind: 'mapping', dataset: contract.id, headers } as const;
    return giveCommand(call, { area, location }, order, async () => null);
  },
};

/** Folds the headers and holds them against the contract: the field exists, and the header means nothing else. */
function readHeaders(contract: Contract, given: Readonly<Record<string, string>>) {
  const vocabulary = vocabularies.find((one) => one.contract.id === contract.id);
  const names = contract.fields.map(({ name }) => name);
  const headers: Record<string, string> = {};
  const errors: QueryError[] = [];
  for (const [header, name] of Object.entries(given)) {
    const key = mappingKey(header);
    const known = vocabulary ? fieldOf(vocabulary, foldLabel(header)) : null;
    const taken = known?.field.name ?? headers[key];
    if (!names.includes(name)) {
      const didYouMean = nearest(name, names);
      const facts = { in: 'body', name: header, value: name, allowed: names, didYouMean } as const;
      errors.push(queryError({ ...facts, code: 'unknown_field' }));
    } else if (key === '' || (taken !== undefined && taken !== name)) {
      const allowed = taken === undefined ? [] : [taken];
      errors.push(queryError({ in: 'body', name: header, code: 'header_taken', value: name, allowed }));
    } else {
      headers[key] = name;
    }
  }
  return { headers, errors };
}
