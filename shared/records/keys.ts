import { table } from '../contract.ts';
import type { ItemKey } from './ports.ts';

const { prefixes } = table;

/** Keys of every kind of item (design.md, Storage). */
export const keys = {
  upload: (area: string, order: string, id: string): ItemKey => ({
    pk: `${prefixes.county}${area}`,
    sk: `${prefixes.upload}${order}#${id}`,
  }),
  uploadPointer: (id: string): ItemKey => ({ pk: `${prefixes.uploadId}${id}`, sk: '-' }),
  mapping: (area: string, dataset: string, at: string): ItemKey => ({
    pk: `${prefixes.county}${area}`,
    sk: `${prefixes.mapping}${dataset}#${at}`,
  }),
  batchChunk: (id: string, chunk: number): ItemKey => ({
    pk: `${prefixes.batch}${id}`,
    sk: chunkName(chunk),
  }),
  batchComplete: (id: string): ItemKey => ({ pk: `${prefixes.batch}${id}`, sk: 'complete' }),
  facts: (area: string, family: string, period: string, id: string, chunk: number): ItemKey => ({
    pk: `${prefixes.facts}${area}#${family}`,
    sk: `${period}#${id}#${chunkName(chunk)}`,
  }),
  tree: (id: string): ItemKey => ({ pk: `${prefixes.tree}${id}`, sk: '-' }),
  commit: (area: string, generation: number): ItemKey => ({
    pk: `${prefixes.commits}${area}`,
    sk: generationName(generation),
  }),
  head: (area: string): ItemKey => ({ pk: prefixes.heads, sk: area }),
} as const;

/** Sort keys compare as text, so numbers are padded. */
export function generationName(generation: number): string {
  return String(generation).padStart(10, '0');
}

function chunkName(chunk: number): string {
  return String(chunk).padStart(4, '0');
}

/** Key of an entry in a tree: `projects@2017-04-X3`, `reloc@2017-04-X3`. */
export function atPeriod(name: string, period: string): string {
  return `${name}@${period}`;
}

/** The two halves of a tree key. */
export function splitAtPeriod(key: string): { readonly name: string; readonly period: string } {
  const at = key.indexOf('@');
  return { name: key.slice(0, at), period: key.slice(at + 1) };
}
