const ALIKE: Record<string, string> = {
  '\u2212': '-',
  '\u202f': '\u00a0',
  '\u2009': ' ',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ı: 'i',
  '■': '•',
  '▲': '•',
}
/** What the fonts that every PDF reader brings along can draw (Windows-1252). */
const DRAWN = /^[\u0020-\u007e\u00a0-\u00ff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]$/

/** Whether text is drawn as it is written. */
export const isLatin = (text: string): boolean =>
  Array.from(text).every((one) => DRAWN.test(one) || one in ALIKE)

/** Text as those fonts can draw it: a letter with a mark that they lack is drawn without, anything else as a question mark. */
export const inLatin = (text: string): string =>
  Array.from(text, (character) => {
    if (DRAWN.test(character)) return character
    const plain = ALIKE[character] ?? character.normalize('NFD').charAt(0)
    return DRAWN.test(plain) ? plain : '?'
  }).join('')
