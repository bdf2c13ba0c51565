import fc, { type Arbitrary } from 'fast-check'

const LONG = 'x'.repeat(70_000)
const DEEP = 2_000

/** Texts that have broken programs before. */
export const oddText: Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '\u0000',
    'a\u0000b',
    '\ud800',
    '\u202e\u200b\ufeff',
    "'; DROP TABLE product; --",
    `' OR '1'='1`,
    '%',
    '_',
    '%00',
    '../../etc/passwd',
    '\u0024{jndi:ldap://x}',
    '<script>alert(1)</script>',
    '__proto__',
    'constructor',
    'toString',
    'null',
    'NaN',
    '-0',
    '1e999',
    '9'.repeat(40),
    '2026-02-30',
    '0000-00-00T00:00:00Z',
    '+275760-09-13T00:00:00.001Z',
    '2026-13-45T99:99:99Z',
    '00000000-0000-0000-0000-000000000000',
    'W10',
    Buffer.from('{"id":"x"}').toString('base64url'),
    Buffer.from('["a","b"]').toString('base64url'),
    '👩‍👩‍👧‍👦'.repeat(20),
  ),
  fc.constant(LONG),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({ maxLength: 30 }),
)

/** Values of any shape that JSON has. */
export const oddValue: Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: oddText },
  fc.constantFrom<unknown>(
    null,
    true,
    -1,
    0,
    0.1,
    -0.5,
    1e308,
    2 ** 31,
    2 ** 53,
    -(2 ** 63),
    1e21,
    [],
    {},
    [[]],
    [null],
    Array(1_500).fill(0),
  ),
  fc.jsonValue({ maxDepth: 3 }),
  fc.constant(null).map(deep),
)

function deep(): unknown {
  let value: unknown = 1
  for (let depth = 0; depth < DEEP; depth++) value = depth % 2 ? [value] : { a: value }
  return value
}

type Path = (string | number)[]

function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path]
  const inside = Object.entries(value).flatMap(([key, part]) =>
    pathsOf(part, [...path, Array.isArray(value) ? Number(key) : key]),
  )
  return [path, ...inside]
}

/** The value with one place made odd: replaced, taken away, or with a key more. */
export function spoiled(value: unknown): Arbitrary<unknown> {
  const act = fc.constantFrom('replace', 'replace', 'remove', 'add')
  return fc
    .tuple(fc.constantFrom(...pathsOf(value)), act, oddValue, oddText)
    .map(([path, how, odd, key]) => changed(value, path, how, odd, key))
}

function changed(value: unknown, [at, ...rest]: Path, how: string, odd: unknown, key: string): unknown {
  if (at !== undefined && (rest.length > 0 || how !== 'remove')) {
    const inner = (value as Record<string, unknown>)[at]
    return withPart(value, at, changed(inner, rest, how, odd, key))
  }
  if (at !== undefined) return withoutPart(value, at)
  if (how !== 'add' || typeof value !== 'object' || value === null || Array.isArray(value)) return odd
  return withPart(value, key, odd)
}

// `__proto__` as a key of its own, as JSON.parse makes it.
function withPart(value: unknown, at: string | number, part: unknown): unknown {
  if (Array.isArray(value)) return value.map((one, index) => (index === at ? part : one))
  return Object.fromEntries([...Object.entries(value as object), [at, part]])
}

function withoutPart(value: unknown, at: string | number): unknown {
  if (Array.isArray(value)) return value.filter((_, index) => index !== at)
  return Object.fromEntries(Object.entries(value as object).filter(([key]) => key !== at))
}
