import { expect, test } from 'vitest';
import { cliTexts } from '../../shared/messages/cli-texts.ts';
import { proxyTexts } from '../../shared/messages/proxy-texts.ts';
import { joinedSentences, withoutStop } from '../../shared/messages/sentences.ts';

test.each([
  [['请改正。', '该行未接收。'], '请改正。该行未接收。'],
  [['是否为空？', '请核实。'], '是否为空？请核实。'],
  [['第一处', '第二处。'], '第一处；第二处。'],
  [['只有一句。'], '只有一句。'],
  [[], ''],
])('%j is said as %s', (sentences, text) => {
  expect(joinedSentences(sentences)).toBe(text);
});

test.each([
  ['The bucket does not exist.', 'The bucket does not exist'],
  ['请稍后再试。', '请稍后再试'],
  ['ECONNREFUSED 127.0.0.1:1', 'ECONNREFUSED 127.0.0.1:1'],
  ['等等……', '等等……'],
])('%s within a sentence has no stop of its own', (text, words) => {
  expect(withoutStop(text)).toBe(words);
});

test.each(['Is gone.', '没有了。'])('a reason that is a sentence, %s, has one stop', (why) => {
  for (const language of ['zh', 'en'] as const) {
    for (const text of [
      cliTexts[language].cannotPut('桶', why),
      proxyTexts[language].cannotLookUp('Anju-43', why),
    ]) {
      expect(text).not.toMatch(/[.。]\s*[.。；]/);
    }
  }
});
