import { type Expression, type Operand, parseExpression } from './parse-expression'

/** Two jsonpaths whose values must be equal: one in the new event, one in the event that started the run. */
export type EqualityKey = { keyPath: string; keySource: string }

/**
 * The first equality that every match of a condition must fulfil, as an index can use it:
 * `event.data.cart == async.data.cart && …` or `async.data.order == 'A-1'`. Null when the condition has none.
 */
export function equalityKey(condition: string): EqualityKey | null {
  const parsed = parseExpression(condition)
  return parsed && keyOf(parsed)
}

function keyOf(expression: Expression): EqualityKey | null {
  if (!('op' in expression)) return null
  if (expression.op === '&&') return keyOf(expression.left) ?? keyOf(expression.right)
  if (expression.op !== '==') return null
  const { left, right } = expression
  return keyBetween(left, right) ?? keyBetween(right, left)
}

/** A comparison with null matches what is missing too, which no index finds. */
function keyBetween(fresh: Operand, source: Operand): EqualityKey | null {
  if (!('root' in fresh) || fresh.root !== 'async') return null
  if ('literal' in source)
    return source.literal === null
      ? null
      : { keyPath: jsonPath(fresh.path), keySource: JSON.stringify(source.literal) }
  return source.root === 'async' ? null : { keyPath: jsonPath(fresh.path), keySource: jsonPath(source.path) }
}

function jsonPath(path: readonly string[]): string {
  return ['$', ...path.map((key) => JSON.stringify(key))].join('.')
}
