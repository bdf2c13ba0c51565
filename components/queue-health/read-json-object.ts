import { wrongAt } from './wrong-at'

export type ReadObject =
  | { outcome: 'read'; value: Record<string, unknown> }
  | { outcome: 'not-json'; why: string }

/** Reads a JSON object as a person typed it; what is wrong is said with its line and column. */
export function readJsonObject(text: string): ReadObject {
  const at = wrongAt(text)
  if (at !== null) return { outcome: 'not-json', why: `This is no JSON: ${placeWords(text, at)}.` }
  const value: unknown = JSON.parse(text)
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { outcome: 'not-json', why: 'The payload must be an object: it begins with { and ends with }.' }
  return { outcome: 'read', value: value as Record<string, unknown> }
}

function placeWords(text: string, at: number): string {
  if (at >= text.trimEnd().length) return 'it ends too early, a bracket, quote or value is missing'
  const before = text.slice(0, at).split('\n')
  return `look at line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`
}
