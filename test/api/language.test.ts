import { describe, expect, it } from 'vitest';
import { negotiateLanguage } from '../../shared/api/http/language.ts';

describe('the language of an answer', () => {
  it.each([
    [undefined, 'zh', 'nothing is asked'],
    ['', 'zh', 'nothing is asked'],
    ['en', 'en', 'English is asked'],
    ['en-GB,en;q=0.9', 'en', 'a kind of English is asked'],
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh', 'Chinese weighs more'],
    ['zh;q=0.3, en;q=0.8', 'en', 'English weighs more'],
    ['fr, de;q=0.9', 'zh', 'neither is known'],
    ['fr, en;q=0.1', 'en', 'only English is known'],
    ['en;q=0', 'zh', 'English is refused'],
    ['zh,en', 'zh', 'both weigh the same and Chinese is first'],
    ['en;q=abc,*;;;', 'en', 'the weight is no number'],
  ])('%j gives %s when %s', (header, language, _why) => {
    expect(negotiateLanguage(header)).toBe(language);
  });
});
