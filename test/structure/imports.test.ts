import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

/** Which rooms a room may import from, and which packages (design.md, Rooms; docs/adr/0002). */
const rules: Readonly<Record<string, { rooms: readonly string[]; packages: RegExp }>> = {
  shared: { rooms: ['shared'], packages: /^(arquero|papaparse|zod|hucre(\/xlsx)?)$/ },
  web: { rooms: ['web', 'shared'], packages: /^$/ },
  functions: {
    rooms: ['functions', 'shared', 'web'],
    packages: /^(@aws-sdk\/|@aws-lambda-powertools\/|aws-lambda$|zod$)/,
  },
  infra: { rooms: ['infra', 'shared'], packages: /^(aws-cdk-lib|constructs|cdk-nag)/ },
  local: {
    rooms: ['local', 'shared', 'examples'],
    packages: /^(@aws-sdk\/|dynalite|classic-level|esbuild|zod|aws-lambda)/,
  },
  cli: {
    rooms: ['cli', 'shared', 'functions', 'local'],
    packages: /^(@aws-sdk\/(client-s3|credential-provider-node)$|@smithy\/signature-v4$|zod$|tsx\/)/,
  },
  examples: { rooms: ['examples', 'shared'], packages: /^(hucre|iconv-lite)/ },
  bench: { rooms: ['bench', 'shared', 'functions', 'local', 'examples', 'test'], packages: /./ },
};

/** The rooms of the core from the ground up: each may import those before it (docs/adr/0002). */
const floors = [
  'text',
  'contract.ts',
  'datasets',
  'programme',
  'access',
  'indicators',
  'workbook',
  'privacy',
  'normalise',
  'messages',
  'records',
  'handback',
  'lineage',
  'templates',
  'api',
];

/** All of `shared` that `infra` may see. */
const infraSees = /^shared\/(contract\.ts|programme\/|access\/)/;

/** What the pure core may use of Node: hashing, compression, byte buffers; no files, network, clock, process. */
const coreBuiltins = /^node:(crypto|zlib|buffer|util)$/;

interface Import {
  readonly file: string;
  readonly target: string;
}

function sources(folder: string): readonly string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.ts$/.test(name) && !name.endsWith('.d.ts') && !name.includes('node_modules'))
    .map((name) => join(folder, name));
}

function importsOf(file: string): readonly Import[] {
  const text = readFileSync(join(root, file), 'utf8');
  const found = text.matchAll(
    /^(?:import|export)\s(?:type\s)?[\w{}\s,*$]*?\sfrom '([^']+)'|^import '([^']+)'|\bimport\('([^']+)'\)|new URL\('([^']+)', import\.meta/gm,
  );
  return [...found].map((match) => ({
    file,
    target: match.slice(1).find((name) => name !== undefined) ?? '',
  }));
}

function breaches(room: string): readonly string[] {
  const rule = rules[room];
  if (!rule) throw new Error(`no rule for ${room}`);
  const allowed = ({ file, target }: Import) => {
    if (target.startsWith('.')) {
      const path = relative(root, resolve(root, dirname(file), target));
      const inRoom = rule.rooms.includes(path.split('/')[0] ?? '');
      return inRoom && (room !== 'infra' || path.startsWith('infra') || infraSees.test(path));
    }
    if (target.startsWith('node:')) return room !== 'shared' || coreBuiltins.test(target);
    return rule.packages.test(target);
  };
  return sources(room)
    .flatMap(importsOf)
    .filter((one) => !allowed(one))
    .map((one) => `${one.file} imports ${one.target}`);
}

describe('imports point one way', () => {
  it.each(Object.keys(rules))('in %s', (room) => {
    expect(breaches(room)).toEqual([]);
  });
});

describe('the rooms of the core', () => {
  const roomOf = (path: string) => path.split('/')[1] ?? '';
  const pathOf = ({ file, target }: Import) => relative(root, resolve(root, dirname(file), target));

  it('are all known', () => {
    expect(new Set(sources('shared').map(roomOf))).toEqual(new Set(floors));
  });

  it('stand on each other one way', () => {
    const upwards = sources('shared')
      .flatMap(importsOf)
      .filter(({ target }) => target.startsWith('.'))
      .filter((one) => floors.indexOf(roomOf(pathOf(one))) > floors.indexOf(roomOf(one.file)));
    expect(upwards.map(({ file, target }) => `${file} imports ${target}`)).toEqual([]);
  });
});

describe('the pure core', () => {
  const core = sources('shared').map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));

  it.each([
    ['reads no clock', /\bDate\.now\(|new Date\(\)/],
    ['draws no random numbers', /Math\.random|randomBytes|randomUUID/],
    ['reads no environment', /process\.env/],
    ['sleeps and schedules nothing', /\bsetTimeout\(|\bsetInterval\(/],
  ])('%s', (_, pattern) => {
    expect(core.filter(({ text }) => pattern.test(text)).map(({ file }) => file)).toEqual([]);
  });
});

describe('the code', () => {
  const all = [...Object.keys(rules), 'test'].flatMap(sources);

  it('has no type `any` and no double cast', () => {
    const found = all.filter((file) =>
      /(\bas any\b|as unknown as)/.test(readFileSync(join(root, file), 'utf8')),
    );
    expect(found.filter((file) => !file.endsWith('imports.test.ts'))).toEqual([]);
  });

  it('keeps its files small: the median is at most 80 lines', () => {
    const lengths = Object.keys(rules)
      .flatMap(sources)
      .map((file) => readFileSync(join(root, file), 'utf8').split('\n').length)
      .sort((a, b) => a - b);
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(80);
  });

  it('holds no identity number but those of the made-up prefix 990101', () => {
    const found = all.filter((file) => {
      const text = readFileSync(join(root, file), 'utf8');
      const numbers = text.match(
        /(?<![0-9A-Za-z])[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![0-9A-Za-z])/g,
      );
      return (numbers ?? []).some((number) => !number.startsWith('990101'));
    });
    expect(found).toEqual([]);
  });
});

describe('no room imports itself in a circle', () => {
  it.each(Object.keys(rules))('%s', (room) => {
    const imported = new Map(
      sources(room).map((file) => {
        const near = importsOf(file).filter(({ target }) => target.startsWith('.'));
        return [
          file,
          near.map(({ target }) => relative(root, resolve(root, dirname(file), target))),
        ] as const;
      }),
    );
    const leadsBack = (file: string) => {
      const seen = new Set<string>();
      const next = [...(imported.get(file) ?? [])];
      for (let one = next.pop(); one !== undefined; one = next.pop()) {
        if (one === file) return true;
        if (seen.has(one)) continue;
        seen.add(one);
        next.push(...(imported.get(one) ?? []));
      }
      return false;
    };
    expect([...imported.keys()].filter(leadsBack)).toEqual([]);
  });
});
