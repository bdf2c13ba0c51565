import { expect, it } from 'vitest'
import { continueTrace } from './trace-context'

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736'
const SPAN = '00f067aa0ba902b7'
const FRESH = /^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/

it('goes on with the trace of the caller under a span of its own and keeps its flags', () => {
  expect(continueTrace(`00-${TRACE}-${SPAN}-00`)).toMatch(
    new RegExp(`^00-${TRACE}-(?!${SPAN})[0-9a-f]{16}-00$`),
  )
})

it('accepts a future version whose beginning it understands', () => {
  expect(continueTrace(`cc-${TRACE}-${SPAN}-01-what-will-come`)).toContain(TRACE)
})

it.each([
  ['nothing', undefined],
  ['an empty header', ''],
  ['version ff', `ff-${TRACE}-${SPAN}-01`],
  ['a trace id of zeros', `00-${'0'.repeat(32)}-${SPAN}-01`],
  ['a span id of zeros', `00-${TRACE}-${'0'.repeat(16)}-01`],
  ['upper case', `00-${TRACE.toUpperCase()}-${SPAN}-01`],
  ['version 00 with more behind it', `00-${TRACE}-${SPAN}-01-more`],
  ['a short trace id', `00-${TRACE.slice(1)}-${SPAN}-01`],
])('begins a new trace for %s', (_, header) => {
  const traceparent = continueTrace(header)
  expect(traceparent).toMatch(FRESH)
  expect(traceparent).not.toContain(TRACE)
})
