import { isMissing, narrowText, saysNone } from '../../text/clean.ts';
import type { CellValue } from '../../workbook/source.ts';
import { type Decimal, decimalOfNumber, parseDecimal, plainDecimal, shift, toNumber } from './decimal.ts';
import { blank, faulted, masked, type Reading, refused } from './reading.ts';

/** A quantity read from a cell, with the unit that stood in the cell itself. */
export interface Quantity {
  readonly decimal: Decimal;
  readonly unit: string | null;
}

/** 约120, 近120, 120余户, 120左右. */
const approximate = /^(?:大约|约|近)\s*|(?:左右|余)(?=[^\d]*$)/g;
const unitTail =
  /^(.*?)\s*(亿元|百万元|万元|千元|元|万|亿|%|人次|人|户|个|处|套|m2|平方米|平米|亩|个月|月|年|天|岁)$/;

function signed(text: string): string {
  const bare = text.replace(/^[¥￥]\s*/, '').replace(/\u2212/g, '-');
  const accountant = /^\((.*)\)$/.exec(bare);
  if (accountant?.[1] !== undefined) return `-${accountant[1]}`;
  return bare.replace(/^[△▲]\s*/, '-').replace(/^([+-])\s+/, '$1');
}

/**
 * Reads a number of any unit (domain.md §6.1 N): full-width digits, grouping, accountant's negatives, a unit in
 * the cell, 约. Dashes and 无 are empty; Chinese numerals and loose grouping are refused.
 */
export function readQuantity(cell: CellValue): Reading<Quantity> {
  if (cell === null) return blank;
  if (typeof cell === 'object') {
    if ('fault' in cell) return faulted(cell.fault);
    return quantityOf(decimalOfNumber(cell.number), cell.format === 'percent' ? 'fraction' : null);
  }
  if (typeof cell === 'number') return quantityOf(decimalOfNumber(cell), null);
  if (typeof cell === 'boolean') return refused('bad_number', { found: cell ? 'TRUE' : 'FALSE' });
  const plain = plainDecimal(cell);
  return plain ? { value: { decimal: plain, unit: null } } : quantityInText(cell);
}

function quantityInText(cell: string): Reading<Quantity> {
  const text = narrowText(cell);
  if (isMissing(text) || saysNone(text)) return blank;
  if (text.startsWith('#')) return faulted(text);
  const exact = text.replace(approximate, '');
  const tail = unitTail.exec(exact);
  const unit = tail?.[1] && tail[2] ? plainUnit(tail[2]) : null;
  const decimal = parseDecimal(signed((unit !== null && tail?.[1]) || exact));
  if (!decimal) return refused('bad_number', { found: masked(text) });
  return exact === text ? { value: { decimal, unit } } : { value: { decimal, unit }, warning: 'approximate' };
}

function plainUnit(unit: string): string {
  if (unit === '平方米' || unit === '平米') return 'm2';
  if (unit === '个月') return '月';
  return unit;
}

function quantityOf(decimal: Decimal | null, unit: string | null): Reading<Quantity> {
  return decimal ? { value: { decimal, unit } } : refused('bad_number', { found: '*' });
}

/** Units that mean the same count: 元 is none of 人's. */
const sameUnit: Readonly<Record<string, readonly string[]>> = {
  人: ['人', '人次'],
  户: ['户'],
  个: ['个', '处'],
  套: ['套', '户'],
  年: ['年'],
  月: ['月'],
  '㎡': ['m2'],
  亩: ['亩'],
};

/** Reads a plain number whose cell may repeat the field's unit (`24324人`, `125㎡`); another unit is refused. */
export function readDecimal(cell: CellValue, unit: string | null): Reading<number> {
  const { value, ...rest } = readQuantity(cell);
  if (!value) return { value: null, ...rest };
  const found = value.unit;
  if (found && found !== 'fraction' && unit !== null && !(sameUnit[unit] ?? [unit]).includes(found)) {
    return refused('wrong_unit', { found, expected: unit });
  }
  return { value: toNumber(value.decimal), ...rest };
}

/** Reads a whole number; 12.0 is one, 12.5 is refused. */
export function readInteger(cell: CellValue, unit: string | null): Reading<number> {
  const reading = readDecimal(cell, unit);
  if (reading.value === null || Number.isSafeInteger(reading.value)) return reading;
  return refused('not_integer', { found: masked(String(reading.value)) });
}

/** Powers of ten from a money unit to 分. */
const toFen: Readonly<Record<string, number>> = {
  元: 2,
  千元: 5,
  万元: 6,
  万: 6,
  百万元: 8,
  亿元: 10,
  亿: 10,
};

/**
 * Reads money into integer 分, exactly by decimal digits: 2880.1235 万元 is 2,880,123,500 分. A unit in the cell
 * goes before `unit`. Digits beyond 分 are rounded half up with `money_rounded`.
 */
export function readMoney(cell: CellValue, unit: string): Reading<number> {
  const { value, ...rest } = readQuantity(cell);
  if (!value) return { value: null, ...rest };
  const power = toFen[value.unit ?? unit];
  if (power === undefined) return refused('wrong_unit', { found: value.unit ?? unit, expected: unit });
  const fen = shift(value.decimal, power);
  if (!Number.isSafeInteger(fen.value)) return refused('out_of_range', { found: '*' });
  if (fen.rounded && !rest.warning) return { value: fen.value, warning: 'money_rounded' };
  return { value: fen.value, ...rest };
}

/**
 * Reads a percentage as a fraction (domain.md §6.1 P): `83.4%` and a percent-formatted cell are clear; a bare
 * number is divided by 100, and one that is not above 1 is kept and warned, for it may be a fraction already.
 */
export function readPercent(cell: CellValue): Reading<number> {
  const { value, ...rest } = readQuantity(cell);
  if (!value) return { value: null, ...rest };
  if (value.unit === '%') return { value: toNumber(value.decimal, -2), ...rest };
  if (value.unit === 'fraction') return { value: toNumber(value.decimal), ...rest };
  if (value.unit !== null) return refused('wrong_unit', { found: value.unit, expected: '%' });
  const bare = toNumber(value.decimal);
  if (bare === 0) return { value: 0, ...rest };
  if (Math.abs(bare) <= 1) return { value: bare, warning: 'percent_ambiguous', params: { found: bare } };
  return { value: toNumber(value.decimal, -2), ...rest };
}
