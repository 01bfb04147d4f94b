/**
 * Plain text tests for gates. Rules that look for the same share the object, so that a text is searched once; a word is found
 * several times faster than a pattern.
 */

/** A regular expression without flag `g`, or anything else that tells texts apart. */
export interface TextTest {
  test(text: string): boolean;
}

/** Passes texts that match and have one of the words, without which none matches. */
export function withWord(words: readonly string[], pattern: RegExp): TextTest {
  return { test: (text) => words.some((word) => text.includes(word)) && pattern.test(text) };
}

/** Passes texts that pass one of the tests. */
export function anyOf(...tests: readonly TextTest[]): TextTest {
  return { test: (text) => tests.some((one) => one.test(text)) };
}

export const awaits: TextTest = /\bawait\b/u;
export const catches: TextTest = withWord(['catch'], /\bcatch\b/u);
export const callsFetch: TextTest = withWord(['fetch'], /\bfetch\s*(?:<[^>]*>)?\(/u);
