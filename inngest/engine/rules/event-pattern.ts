type Pattern = { [key: string]: Pattern | string | number | boolean }

const comparison = /^event\.data((?:\.[A-Za-z_]\w*)+)\s*==\s*(.+)$/

/**
 * An `if` expression as the JSON that an event's data must contain. Equality of a path with a literal, joined by
 * `&&`, is all the engine evaluates: that much is one indexed-speed operator (`@>`) inside the statement which starts
 * the runs. Null where the expression needs more.
 */
export function eventPattern(expression: string): Pattern | null {
  const pattern: Pattern = {}
  for (const part of expression.split('&&')) {
    const [, path, literal] = comparison.exec(part.trim()) ?? []
    const value = literal === undefined ? undefined : literalValue(literal.trim())
    if (path === undefined || value === undefined) return null
    if (!place(pattern, path.slice(1).split('.'), value)) return null
  }
  return pattern
}

function literalValue(text: string): string | number | boolean | undefined {
  const quoted = /^(?:'([^'\\]*)'|"([^"\\]*)")$/.exec(text)
  if (quoted) return quoted[1] ?? quoted[2] ?? ''
  if (/^-?\d+(\.\d+)?$/.test(text)) return Number(text)
  return text === 'true' ? true : text === 'false' ? false : undefined
}

function place(pattern: Pattern, path: string[], value: string | number | boolean): boolean {
  const [key = '', ...rest] = path
  if (rest.length === 0) {
    if (key in pattern) return false
    pattern[key] = value
    return true
  }
  pattern[key] ??= {}
  const inner = pattern[key]
  return typeof inner === 'object' && place(inner, rest, value)
}
