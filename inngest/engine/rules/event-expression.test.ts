import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { conditionPath, keyExpression, priorityExpression } from './event-expression'

describe('a condition', () => {
  test.each([
    ["event.data.zone == 'frozen'", 'strict ($."data"."zone" == "frozen")'],
    ['event.name != "x"', 'strict (!($."name" == "x") || (($."name" == "x")) is unknown)'],
    ['3 < event.data.n', 'strict (3 < $."data"."n")'],
    [
      "event.data.a > -1.5 && event.data['odd key'] <= 2",
      'strict (($."data"."a" > -1.5) && ($."data"."odd key" <= 2))',
    ],
    ["event.data.z in ['a', 'b']", 'strict (($."data"."z" == "a") || ($."data"."z" == "b"))'],
  ])('%s', (expression, path) => {
    expect(conditionPath(expression, 'trigger')).toBe(path)
  })

  test('of a wait speaks of two events', () => {
    expect(conditionPath('async.data.a > event.data.b', 'wait')).toBe(
      'strict ($."data"."a" > $event."data"."b")',
    )
  })

  test.each([
    ['functions', 'event.data.name.startsWith("x")'],
    ['has()', 'has(event.data.a)'],
    ['arithmetic', 'event.data.a + 1 > 2'],
    ['a list that is not literal', 'event.data.a in event.data.b'],
    ['a position in a list', 'event.data.a[0] == 1'],
    ['an unknown name', 'steps.a == 1'],
    ['the whole event', 'event == 1'],
    ['another event where there is none', 'async.data.a == 1'],
    ['half of one', 'event.data.a =='],
    ['more than one', 'event.data.a == 1 event.data.b == 2'],
    ['text that is not closed', "event.data.a == 'x"],
    ['text that jsonb refuses', "event.data.a == 'x\u0000'"],
    ['nothing', ''],
    ['a literal alone', 'true'],
  ])('that needs %s is not understood', (_, expression) => {
    expect(conditionPath(expression, 'trigger')).toBeNull()
  })

  test('never breaks, whatever the text', () => {
    const piece = fc.constantFrom(
      'event.data.a',
      ' ',
      '==',
      '!',
      '(',
      ')',
      '&&',
      "'x'",
      '3',
      '?',
      ':',
      '[',
      ']',
      ',',
      'in',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece).map((parts) => parts.join(' ')),
        ),
        (text) => {
          expect(conditionPath(text, 'trigger') ?? 'strict').toMatch(/^strict/)
          keyExpression(text)
          priorityExpression(text)
        },
      ),
    )
  })
})

describe('a key', () => {
  test.each([
    ['event.data.site', [['data', 'site']]],
    ["event.data.site + ':' + event.data.n", [['data', 'site'], ':', ['data', 'n']]],
    ['"stripe"', ['stripe']],
    ['async.data.x', null],
    ['event.data.a == 1', null],
    ['1 + 2', null],
  ])('%s', (expression, parts) => {
    expect(keyExpression(expression)).toEqual(parts)
  })
})

describe('a priority', () => {
  test.each([
    ['120', { cases: [], otherwise: 120 }],
    ['event.data.rank', { cases: [], otherwise: ['data', 'rank'] }],
    [
      'event.data.vip == true ? 600 : event.data.n > 3 ? -5 : 0',
      {
        cases: [
          { condition: 'strict ($."data"."vip" == true)', seconds: 600 },
          { condition: 'strict ($."data"."n" > 3)', seconds: -5 },
        ],
        otherwise: 0,
      },
    ],
    ['1.5', null],
    ["'high'", null],
    ['event.data.a == 1', null],
    ['event.data.a.b() ? 1 : 0', null],
  ])('%s', (expression, priority) => {
    expect(priorityExpression(expression)).toEqual(priority)
  })
})
