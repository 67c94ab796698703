import { describe, expect, it } from 'vitest';
import { editDistance, nearest } from '../../shared/api/http/nearest.ts';

describe('did you mean', () => {
  it.each([
    ['', '', 0],
    ['abc', '', 3],
    ['kitten', 'sitting', 3],
    ['area', 'aera', 1],
    ['period', 'perid', 1],
  ])('%j and %j are %i edits apart', (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance);
    expect(editDistance(b, a)).toBe(distance);
  });

  const ids = ['reloc.start_rate', 'reloc.start_lead_334', 'emp.labour_rate'];
  it.each([
    ['reloc.start_rat', 'reloc.start_rate'],
    ['start_rate', 'reloc.start_rate'],
    ['RELOC.START_RATE', 'reloc.start_rate'],
    ['labor_rate', 'emp.labour_rate'],
    ['weather', null],
    ['', null],
    ['x'.repeat(5000), null],
  ])('%.30j means %j', (text, meant) => {
    expect(nearest(text, ids)).toBe(meant);
  });
});
