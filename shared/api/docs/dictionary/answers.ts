import { routes } from '../../../contract.ts';
import { ragTexts, statusTexts } from '../../../messages/api-page.ts';
import { columnTitles } from '../../../messages/result-columns.ts';
import { shapedColumnTitle, shapedTexts } from '../../../messages/shaped-texts.ts';
import { formsOf, type Parameter } from '../../query/parameter.ts';
import { routeParameters } from '../../query/route-parameters.ts';
import type { ShapedColumn } from '../../shaped/shape.ts';
import { shapeIds } from '../../shaped/shape.ts';
import { shapes } from '../../shaped/shapes.ts';
import type { Entry } from './entry.ts';

/** Every parameter a query may have, once for each meaning. */
export function parameterEntries(): readonly Entry[] {
  const all = routes.flatMap(({ id, path }) => routeParameters[id].map((parameter) => ({ parameter, path })));
  const unique = new Map<string, { parameter: Parameter; paths: string[] }>();
  for (const { parameter, path } of all) {
    const { required: _, ...told } = parameter;
    const name = JSON.stringify(told);
    const found = unique.get(name) ?? { parameter, paths: [] };
    unique.set(name, found);
    if (!found.paths.includes(path)) found.paths.push(path);
  }
  return [...unique.values()].map(({ parameter, paths }) => ({
    kind: 'parameter',
    of: paths.join(' '),
    id: parameter.name,
    name: parameter.meaning,
    type: formsOf(parameter).slice(0, mostForms).join(' '),
  }));
}

/** Forms of a parameter that a cell lists: ids of indicators have rows of their own. */
const mostForms = 20;

/** Every column of a table of observations, and of the shaped answers. */
export function columnEntries(): readonly Entry[] {
  const observations = Object.entries(columnTitles).map(
    ([id, name]): Entry => ({ kind: 'column', of: '/v1/data', id, name }),
  );
  const shaped = shapeIds.flatMap((shape) => {
    const { columns }: { readonly columns: readonly Pick<ShapedColumn<never>, 'id' | 'kind' | 'name'>[] } =
      shapes[shape];
    const of = routes.find(({ id }) => id === shape)?.path ?? shape;
    return columns.flatMap(({ id, kind, name }) =>
      [id, ...(name ? [`${id}Label`] : [])].map(
        (one): Entry => ({ kind: 'column', of, id: one, name: shapedColumnTitle(one), type: kind }),
      ),
    );
  });
  return [...observations, ...shaped];
}

/** Codes that stand in cells: statuses, colours, steps and series. */
export function codeEntries(): readonly Entry[] {
  const ok = { zh: '正常', en: 'ok' };
  return [
    ...Object.entries(statusTexts).map(
      ([id, name]): Entry => ({ kind: 'code', of: 'status', id, name: id === 'ok' ? ok : name }),
    ),
    ...Object.entries(ragTexts).map(
      ([id, { zh, en }]): Entry => ({ kind: 'code', of: 'rag', id, name: { zh, en } }),
    ),
    ...Object.entries(shapedTexts).map(
      ([id, name]): Entry => ({ kind: 'code', of: 'step, rung, series', id, name }),
    ),
  ];
}
