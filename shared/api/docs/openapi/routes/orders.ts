import { mappingBody, orderBody, recomputeBody } from '../../../http/bodies.ts';
import { mappingAnswer, mappingOrderAnswer, orderAnswer, recomputeAnswer } from '../answers/orders.ts';
import { accepted, example, json, type RouteDescription } from '../description.ts';
import { exampleUploadId, mappingInPath, uploadInPath } from '../path-parameters.ts';

const taken = {
  zh: '命令已记下，稍后生效',
  en: 'the order is taken down; its effect appears a moment later',
};

/** An order to an upload. */
function order(
  summary: RouteDescription['summary'],
  problems: NonNullable<RouteDescription['problems']>,
): RouteDescription {
  return {
    group: 'orders',
    summary,
    path: [uploadInPath],
    body: orderBody,
    isRepeatable: true,
    answers: [accepted(orderAnswer, taken)],
    problems: ['upload_not_settled', 'order_not_possible', ...problems],
    examples: [example({ id: exampleUploadId }, 202)],
  };
}

export const orderRoutes = {
  publishOrder: order({ zh: '发布暂存的上报', en: 'Publish a staged upload' }, [
    'stage_expired',
    'needs_confirmation',
  ]),
  confirmOrder: order({ zh: '确认删去较多的行', en: 'Confirm what removes much' }, ['stage_expired']),
  withdrawOrder: order({ zh: '撤回上报', en: 'Withdraw an upload' }, []),
  mapping: {
    group: 'orders',
    summary: { zh: '已确认的表头对应', en: 'Confirmed headers' },
    path: mappingInPath,
    answers: [json(mappingAnswer, { zh: '生效的对应', en: 'the mapping in force' })],
    problems: ['mapping_not_found'],
    examples: [example({ area: '431224', dataset: 'projects' })],
  },
  setMapping: {
    group: 'orders',
    summary: { zh: '确认表头对应', en: 'Confirm headers' },
    path: mappingInPath,
    body: mappingBody,
    isRepeatable: true,
    answers: [accepted(mappingOrderAnswer, taken)],
    problems: ['unknown_field', 'header_taken'],
    examples: [example({ area: '431224', dataset: 'projects' }, 202)],
  },
  recompute: {
    group: 'orders',
    summary: { zh: '重新计算', en: 'Have figures computed anew' },
    detail: {
      zh: '自某一时期起，按现行目录与政策重算。',
      en: 'From a period on, under the catalogue and policy of today.',
    },
    body: recomputeBody,
    answers: [accepted(recomputeAnswer, { zh: '已排队', en: 'queued' })],
    problems: ['unknown_period'],
    examples: [example({ area: '431224' }, 202)],
  },
} as const satisfies Readonly<Record<string, RouteDescription>>;
