/** Sentences in a row, in Chinese: one that has its stop needs no more, others are parted by ；. */
export function joinedSentences(sentences: readonly string[]): string {
  return sentences
    .map((text, at) => (at === sentences.length - 1 || /[。！？]$/.test(text) ? text : `${text}；`))
    .join('');
}

/** A text of somebody else as a part of a sentence of ours: without its full stop. */
export function withoutStop(text: string): string {
  return text.trim().replace(/(?<![.。])[.。]$/, '');
}
