import { findPart, type Package, scanPart, smallPartCap } from './package-parts.ts';

/** One relationship of a part to another. */
export interface Relationship {
  /** Last word of the type's address, e.g. `worksheet`: transitional and strict files differ before it. */
  readonly type: string;
  /** Name of the target part from the package root; external targets are never followed and are `null`. */
  readonly target: string | null;
}

/** Relationships of a part by id; none when the part has no relationships. Targets are absolute or relative. */
export async function readRelationships(
  xlsx: Package,
  part: string,
): Promise<ReadonlyMap<string, Relationship>> {
  const cut = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, cut);
  const relationships = new Map<string, Relationship>();
  const entry = findPart(xlsx, `${folder}_rels/${part.slice(cut)}.rels`);
  if (entry === null) return relationships;
  await scanPart(xlsx, entry, smallPartCap, {
    open(name, scanner) {
      const id = name === 'Relationship' ? scanner.attribute('Id') : undefined;
      if (id === undefined) return;
      const external = scanner.attribute('TargetMode') === 'External';
      relationships.set(id, {
        type: scanner.attribute('Type')?.split('/').at(-1) ?? '',
        target: external ? null : resolveTarget(folder, scanner.attribute('Target') ?? ''),
      });
    },
  });
  return relationships;
}

/** `../worksheets/sheet1.xml` from `xl/sub/` → `xl/worksheets/sheet1.xml`; `/xl/a.xml` → `xl/a.xml`. */
export function resolveTarget(folder: string, target: string): string {
  const path = target.replaceAll('\\', '/');
  const steps: string[] = [];
  for (const step of (path.startsWith('/') ? path : folder + path).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}
