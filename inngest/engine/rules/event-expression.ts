import { type Comparator, type Expression, type Operand, parseExpression } from './parse-expression'

/**
 * Whose view a condition is written from. `trigger`: `event` is the new event. `wait` (waitForEvent, cancelOn):
 * `async` is the new event and `event` the one that started the waiting run.
 */
export type Side = 'trigger' | 'wait'

type Roots = { event: string; async: string | null }

const ROOTS: Record<Side, Roots> = {
  trigger: { event: '$', async: null },
  wait: { event: '$event', async: '$' },
}

/**
 * A condition as an SQL/JSON path predicate for `jsonb_path_match(<new event>, path, <{"event": …}>, true)`, true or
 * not true. As on Inngest, what is missing counts as null, and a value alone counts by its truthiness (null, false, 0
 * and '' are false); values of different types are neither equal nor ordered. Null where the expression needs more:
 * functions, arithmetic, lists that are not literal.
 */
export function conditionPath(expression: string, side: Side): string | null {
  const parsed = parseExpression(expression)
  const predicate = parsed && predicateOf(parsed, ROOTS[side], true)
  return predicate && `strict ${predicate}`
}

/**
 * `wanted` false asks for the complement; so negation ends at the comparisons, which are the only parts that can be
 * unknown (a missing path, different types) and know how to be false instead.
 */
function predicateOf(expression: Expression, roots: Roots, wanted: boolean): string | null {
  if (!('op' in expression)) return truthy(expression, roots, wanted)
  switch (expression.op) {
    case '!':
      return predicateOf(expression.inner, roots, !wanted)
    case '&&':
    case '||': {
      const left = predicateOf(expression.left, roots, wanted)
      const right = predicateOf(expression.right, roots, wanted)
      const sign = (expression.op === '&&') === wanted ? '&&' : '||'
      return left && right && `(${left} ${sign} ${right})`
    }
    case 'in': {
      const { left, list } = expression
      const parts = list.map((literal) => comparison('==', left, { literal }, roots))
      return parts.includes(null) ? null : certain(`(${parts.join(' || ')})`, wanted)
    }
    case '+':
    case '?':
      return null
    default:
      return certain(comparison(expression.op, expression.left, expression.right, roots), wanted)
  }
}

/** A predicate that counts as false when it is unknown; its complement is then true. */
function certain(predicate: string | null, wanted: boolean): string | null {
  return predicate === null || wanted ? predicate : `(!${predicate} || (${predicate}) is unknown)`
}

function comparison(op: Comparator, left: Operand, right: Operand, roots: Roots): string | null {
  if (op === '!=') return certain(comparison('==', left, right, roots), false)
  const a = operandPath(left, roots)
  const b = operandPath(right, roots)
  if (a === null || b === null) return null
  const plain = `(${a} ${op} ${b})`
  if (op !== '==') return plain
  const nulls = [left, right].flatMap((side, n) => (isNullLiteral(side) ? [] : [isNull(n === 0 ? a : b)]))
  const other = [left, right].some((side) => 'literal' in side && side.literal !== null)
  return other || nulls.length === 0 ? plain : `(${plain} || ${nulls.join(' && ')})`
}

const isNullLiteral = (operand: Operand) => 'literal' in operand && operand.literal === null

const isNull = (path: string) => `(${path} == null || (${path} == null) is unknown)`

function truthy(operand: Operand, roots: Roots, wanted: boolean): string | null {
  if ('literal' in operand) return null
  const path = operandPath(operand, roots)
  return path && certain(`(${path} != null && (${path} == true || ${path} != 0 || ${path} != ""))`, wanted)
}

function operandPath(operand: Operand, roots: Roots): string | null {
  if ('literal' in operand) return JSON.stringify(operand.literal)
  const root = roots[operand.root]
  return root && root + operand.path.map((key) => `.${JSON.stringify(key)}`).join('')
}

/** A text itself, or the path into the event whose value stands there as text ('' when it is missing). */
export type KeyPart = string | string[]

/** A key as the parts whose texts make it up; null where it is more than paths and literal texts joined by `+`. */
export function keyExpression(expression: string): KeyPart[] | null {
  const parsed = parseExpression(expression)
  return parsed && keyParts(parsed)
}

function keyParts(expression: Expression): KeyPart[] | null {
  if ('literal' in expression) return typeof expression.literal === 'string' ? [expression.literal] : null
  if ('root' in expression) return expression.root === 'event' ? [expression.path] : null
  if (expression.op !== '+') return null
  const left = keyParts(expression.left)
  const right = keyParts(expression.right)
  return left && right && [...left, ...right]
}

/** Seconds by which a run goes before others: those of the first case that holds, else a number or a path to one. */
export type Priority = { cases: { condition: string; seconds: number }[]; otherwise: number | string[] }

/** A priority: an integer, a path, or `condition ? integer : …`, as often as needed. Null where it is anything else. */
export function priorityExpression(expression: string): Priority | null {
  const parsed = parseExpression(expression)
  return parsed && priorityOf(parsed)
}

function priorityOf(expression: Expression): Priority | null {
  if ('literal' in expression) {
    const { literal } = expression
    return Number.isInteger(literal) ? { cases: [], otherwise: literal as number } : null
  }
  if ('root' in expression)
    return expression.root === 'event' ? { cases: [], otherwise: expression.path } : null
  if (expression.op !== '?') return null
  const predicate = predicateOf(expression.condition, ROOTS.trigger, true)
  const then = priorityOf(expression.then)
  const rest = priorityOf(expression.otherwise)
  if (!predicate || !then || !rest || typeof then.otherwise !== 'number' || then.cases.length > 0) return null
  const first = { condition: `strict ${predicate}`, seconds: then.otherwise }
  return { cases: [first, ...rest.cases], otherwise: rest.otherwise }
}
