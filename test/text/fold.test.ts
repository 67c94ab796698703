import { describe, expect, test } from 'vitest';
import { contracts } from '../../shared/datasets/contracts.ts';
import { knowsHeader } from '../../shared/normalise/knows-header.ts';
import { fieldOf, vocabularies } from '../../shared/normalise/vocabulary.ts';
import { foldLabel } from '../../shared/text/fold.ts';

describe('folding of headers (domain.md §6.1 H)', () => {
  test.each([
    ['H1', '戶主姓名*', '户主姓名', null],
    ['H2', ' 户主\n姓名 ', '户主姓名', null],
    ['H3', '計劃投資（萬元）', '计划投资', '万元'],
    ['H4', '身份證號碼', '身份证号码', null],
    ['H5', '縣(市、區)', '县市区', null],
    ['H6', '县（市、区）', '县市区', null],
    ['H7', '人均住房面积（㎡）', '人均住房面积', 'm2'],
    ['H8', '專(zhuan) 戶儲(chu) 存', '专户储存', null],
    ['H9', '开工率(%)', '开工率', '%'],
    ['H10', '臺賬編號', '台账编号', null],
    ['a numbered header', '1、项目名称', '项目名称', null],
    ['a circled number', '①项目名称', '项目名称', null],
    ['a star before', '★项目编号', '项目编号', null],
    ['a remark', '项目编号（必填）', '项目编号', null],
    ['a unit with its word', '金额（单位：万元）', '金额', '万元'],
    ['a unit after a slash', '总投资/万元', '总投资', '万元'],
    ['a zero-width space', '项目\u200b编号', '项目编号', null],
    ['a year is no number', '2017年计划', '2017年计划', null],
  ])('%s %j', (_, found, label, unit) => {
    expect(foldLabel(found)).toEqual({ label, unit });
  });
});

describe('headers that two fields share', () => {
  const projects = vocabularies.find(({ contract }) => contract === contracts.projects);
  test.each([
    ['规模（户）', 'plannedHouseholds'],
    ['规模（人）', 'plannedPersons'],
    ['规模', undefined],
    ['开工（户）', 'startedHouseholds'],
    ['开工（人）', undefined],
    ['安置户数（户）', 'plannedHouseholds'],
    ['其中：建档立卡户数', 'plannedHouseholds'],
  ])('%s is %s', (header, field) => {
    expect(projects && fieldOf(projects, foldLabel(header))?.field.name).toBe(field);
  });
});

test.each([
  ['户主姓名', true],
  ['縣（市、區）', true],
  ['填报单位', true],
  ['锟斤拷', false],
  ['', false],
])('%j as a word of the vocabulary: %s', (text, known) => {
  expect(knowsHeader(text)).toBe(known);
});
