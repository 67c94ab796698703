/** Width of a text in a column: letters count once, Chinese characters twice. */
export function displayWidth(text: string): number {
  return [...text].reduce((sum, character) => sum + (character > '\u2e80' ? 2 : 1), 0);
}
