const escapes = /\\\\|\\u(?:0000|d[89a-f][0-9a-f]{2})/gi

/**
 * The JSON text of a value in a form that jsonb takes. NUL and lone surrogates, which JSON allows and Postgres
 * refuses, become U+FFFD; one such string would otherwise fail the whole batch it is written with.
 */
export function storableJson(value: unknown): string {
  const text = JSON.stringify(value) ?? 'null'
  return text.replace(escapes, (match) => (match === '\\\\' ? match : '\ufffd'))
}
