import type { RowCounts } from '../normalise/part.ts';
import type { Bilingual } from '../text/languages.ts';

/** What has become of the valid rows of a part: they count, wait (or are over), or the part was rejected. */
export type ValidRows = 'stored' | 'waiting' | 'refused';

/** Rows of a part as a person reads them: nothing of a rejected part is called taken in. */
export const countsTexts: Readonly<Record<keyof Bilingual, (counts: RowCounts, valid: ValidRows) => string>> =
  {
    zh: ({ rows, accepted, quarantined, ignored }, valid) => {
      if (valid === 'refused')
        return `共 ${rows} 行：合格 ${accepted} 行，均未入库；有错 ${quarantined}，不计 ${ignored}`;
      return `共 ${rows} 行：${valid === 'stored' ? '入库' : '合格'} ${accepted}，退回 ${quarantined}，不计 ${ignored}`;
    },
    en: ({ rows, accepted, quarantined, ignored }, valid) => {
      if (valid === 'refused')
        return `${rows} rows: ${accepted} valid, none taken in; ${quarantined} in error, ${ignored} ignored`;
      return `${rows} rows: ${accepted} ${valid === 'stored' ? 'accepted' : 'valid'}, ${quarantined} quarantined, ${ignored} ignored`;
    },
  };
