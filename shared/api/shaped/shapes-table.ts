import { routes } from '../../contract.ts';
import type { ShapedColumn } from './shape.ts';
import { shapeIds } from './shape.ts';
import { shapes } from './shapes.ts';

/** The shaped answers as a table of docs/api.md: address, what of `/v1/data` they rest on, parameters and columns. */
export function shapesTable(): string {
  const rows = shapeIds.map((id) => {
    const { fixed, vs, parameters, columns } = shapes[id];
    const path = routes.find((route) => route.id === id)?.path ?? '';
    const rests = [
      ...(fixed.indicator?.split(',') ?? ['the indicator asked']),
      ...(fixed.by === undefined ? [] : [`by=${fixed.by}`]),
      ...(vs.length === 0 ? [] : [`vs=${vs.join(',')}`]),
    ];
    const code = (names: readonly string[]) => names.map((name) => `\`${name}\``).join(' ');
    const own: readonly Pick<ShapedColumn<never>, 'id'>[] = columns;
    return [
      code([path]),
      code(rests),
      code(parameters.map(({ name }) => name)),
      code(own.map((column) => column.id)),
    ];
  });
  const lines = [['address', 'rests on', 'parameters of its own', 'members'], Array(4).fill('---'), ...rows];
  return ['', ...lines.map((cells) => `| ${cells.join(' | ')} |`), ''].join('\n');
}
