import map from './traditional.data.json' with { type: 'json' };

/** Variants and typing slips met in headers and places that are no matter of Traditional or Simplified. */
const variants: Readonly<Record<string, string>> = {
  帐: '账',
  帳: '账',
  寘: '置',
  俢: '修',
  叚: '段',
  覆: '复',
};

const simplified = new Map<string, string>([...Object.entries(map), ...Object.entries(variants)]);

/**
 * Traditional → Simplified, character by character, for headers, enumerations and place names only; never for
 * personal names or free text (domain.md §6.1). The frozen map covers the characters our vocabulary needs and
 * is made with opencc-js by test/text/traditional.test.ts (`-u` rewrites it).
 */
export function toSimplified(text: string): string {
  let folded = '';
  for (const character of text) folded += simplified.get(character) ?? character;
  return folded;
}
