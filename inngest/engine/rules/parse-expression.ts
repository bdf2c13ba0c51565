export type Literal = string | number | boolean | null

/** A value of an event: `root` is the name it goes by in the expression, `path` leads into it. */
export type Path = { root: 'event' | 'async'; path: string[] }

export type Operand = { literal: Literal } | Path

export type Comparator = '==' | '!=' | '<' | '<=' | '>' | '>='

export type Expression =
  | Operand
  | { op: Comparator; left: Operand; right: Operand }
  | { op: 'in'; left: Operand; list: Literal[] }
  | { op: '&&' | '||'; left: Expression; right: Expression }
  | { op: '!'; inner: Expression }
  | { op: '+'; left: Expression; right: Expression }
  | { op: '?'; condition: Expression; then: Expression; otherwise: Expression }

type Token = { kind: 'word' | 'literal' | 'sign'; text: string; value: Literal }

const token =
  /\s*(?:([A-Za-z_]\w*)|(-?\d+(?:\.\d+)?)|("(?:[^"\\]|\\["'\\])*"|'(?:[^'\\]|\\["'\\])*')|(&&|\|\||==|!=|<=|>=|[<>!()[\].,?:+]))/y

const LITERALS = new Map<string, Literal>([
  ['true', true],
  ['false', false],
  ['null', null],
])

const COMPARATORS = new Set(['==', '!=', '<', '<=', '>', '>='])

/** What Postgres keeps neither in text nor in a JSON path. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: NUL is what this is about
const unstorable = /[\u0000\p{Surrogate}]/u

class NotUnderstood extends Error {}

/**
 * Reads the part of CEL (the expression language of Inngest) that compares paths of events with literals and with each
 * other. Null where a text is not, or is more than, that.
 */
export function parseExpression(text: string): Expression | null {
  try {
    const parser = new Parser(tokens(text))
    const expression = parser.ternary()
    return parser.ended() ? expression : null
  } catch (error) {
    if (error instanceof NotUnderstood) return null
    throw error
  }
}

function tokens(text: string): Token[] {
  const found: Token[] = []
  const end = text.trimEnd().length
  token.lastIndex = 0
  while (token.lastIndex < end) {
    const [, word, number, quoted, sign = ''] = token.exec(text) ?? []
    if (word !== undefined) {
      const value = LITERALS.get(word)
      found.push({ kind: value === undefined ? 'word' : 'literal', text: word, value: value ?? null })
    } else if (number !== undefined) found.push({ kind: 'literal', text: number, value: Number(number) })
    else if (quoted !== undefined) found.push({ kind: 'literal', text: quoted, value: unquoted(quoted) })
    else if (sign) found.push({ kind: 'sign', text: sign, value: null })
    else throw new NotUnderstood()
  }
  return found
}

function unquoted(quoted: string): string {
  const value = quoted.slice(1, -1).replace(/\\(.)/g, '$1')
  if (unstorable.test(value)) throw new NotUnderstood()
  return value
}

/** Recursive descent, one method for each level of binding, the loosest first. */
class Parser {
  private at = 0

  constructor(private readonly tokens: readonly Token[]) {}

  ended(): boolean {
    return this.at === this.tokens.length
  }

  ternary(): Expression {
    const condition = this.either()
    if (!this.take('?')) return condition
    const then = this.ternary()
    this.expect(':')
    return { op: '?', condition, then, otherwise: this.ternary() }
  }

  private either(): Expression {
    let left = this.both()
    while (this.take('||')) left = { op: '||', left, right: this.both() }
    return left
  }

  private both(): Expression {
    let left = this.comparison()
    while (this.take('&&')) left = { op: '&&', left, right: this.comparison() }
    return left
  }

  private comparison(): Expression {
    const left = this.sum()
    if (this.take('in')) return { op: 'in', left: operand(left), list: this.list() }
    const sign = this.peek()
    if (sign === undefined || !COMPARATORS.has(sign)) return left
    this.at++
    return { op: sign as Comparator, left: operand(left), right: operand(this.sum()) }
  }

  private sum(): Expression {
    let left = this.term()
    while (this.take('+')) left = { op: '+', left, right: this.term() }
    return left
  }

  private term(): Expression {
    if (this.take('!')) return { op: '!', inner: this.term() }
    if (this.take('(')) {
      const inner = this.ternary()
      this.expect(')')
      return inner
    }
    const next = this.tokens[this.at++]
    if (next?.kind === 'literal') return { literal: next.value }
    if (next?.kind === 'word' && (next.text === 'event' || next.text === 'async'))
      return { root: next.text, path: this.path() }
    throw new NotUnderstood()
  }

  private path(): string[] {
    const path: string[] = []
    for (;;) {
      if (this.take('.')) path.push(this.name())
      else if (this.take('[')) {
        path.push(this.key())
        this.expect(']')
      } else if (path.length === 0 || this.peek() === '(') throw new NotUnderstood()
      else return path
    }
  }

  private name(): string {
    const next = this.tokens[this.at++]
    if (next?.kind === 'word') return next.text
    throw new NotUnderstood()
  }

  private key(): string {
    const next = this.tokens[this.at++]
    if (next?.kind === 'literal' && typeof next.value === 'string') return next.value
    throw new NotUnderstood()
  }

  private list(): Literal[] {
    this.expect('[')
    const list: Literal[] = []
    do {
      const next = this.tokens[this.at++]
      if (next?.kind !== 'literal') throw new NotUnderstood()
      list.push(next.value)
    } while (this.take(','))
    this.expect(']')
    return list
  }

  private peek(): string | undefined {
    const next = this.tokens[this.at]
    return next?.kind === 'literal' ? undefined : next?.text
  }

  private take(text: string): boolean {
    if (this.peek() !== text) return false
    this.at++
    return true
  }

  private expect(text: string): void {
    if (!this.take(text)) throw new NotUnderstood()
  }
}

function operand(expression: Expression): Operand {
  if ('op' in expression) throw new NotUnderstood()
  return expression
}
