/** Deeper than any document of ours or of GS1; a megabyte of `[` is deeper than the stack of whatever walks it afterwards. */
const DEEPEST = 64
const [QUOTE, BACKSLASH] = [34, 92]
const OPENING = new Set([...'[{'].map((character) => character.charCodeAt(0)))
const CLOSING = new Set([...']}'].map((character) => character.charCodeAt(0)))

/** The value of a JSON text; undefined when it is none, or nested deeper than 64 levels. */
export function parseShallowJson(text: string): { value: unknown } | undefined {
  if (isDeep(text)) return undefined
  try {
    return { value: JSON.parse(text) }
  } catch {
    return undefined
  }
}

function isDeep(text: string): boolean {
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    const character = text.charCodeAt(at)
    if (character === QUOTE) at = endOfString(text, at)
    else if (OPENING.has(character)) depth++
    else if (CLOSING.has(character)) depth--
    if (depth > DEEPEST) return true
  }
  return false
}

/** Where the string that begins at `start` ends. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let escapes = 0
    while (text.charCodeAt(end - 1 - escapes) === BACKSLASH) escapes++
    if (escapes % 2 === 0) return end
  }
  return text.length
}
