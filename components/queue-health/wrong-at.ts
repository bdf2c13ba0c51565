const SPACE = /[ \t\r\n]*/y
const TOKEN =
  /[{}[\],:]|"(?:[^"\\\p{Cc}]|[\x7f-\x9f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/uy

/**
 * The first character at which a text stops being JSON (RFC 8259); null when it is JSON.
 * Written out because no two browsers say in the same words where `JSON.parse` stopped.
 */
export function wrongAt(text: string): number | null {
  const closers: string[] = []
  let at = 0
  let expected: 'value' | 'first' | 'key' | 'colon' | 'next' = 'value'
  for (;;) {
    at += matchAt(SPACE, text, at).length
    if (expected === 'next' && closers.length === 0) return at === text.length ? null : at
    const token = matchAt(TOKEN, text, at)
    const closer = closers.at(-1)
    if (token === closer && (expected === 'next' || expected === 'first')) {
      closers.pop()
      expected = 'next'
    } else if (expected === 'next') {
      if (token !== ',') return at
      expected = closer === '}' ? 'key' : 'value'
    } else if (expected === 'colon') {
      if (token !== ':') return at
      expected = 'value'
    } else if (expected === 'key' || (expected === 'first' && closer === '}')) {
      if (!token.startsWith('"')) return at
      expected = 'colon'
    } else if (token === '{' || token === '[') {
      closers.push(token === '{' ? '}' : ']')
      expected = 'first'
    } else {
      if (token === '' || ']},:'.includes(token)) return at
      expected = 'next'
    }
    at += token.length
  }
}

function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0] ?? ''
}
