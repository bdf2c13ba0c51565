import fc from 'fast-check'
import { expect, it } from 'vitest'
import { safeError, safeText } from './safe-error'

it('keeps what an error is and where it was thrown', () => {
  const error = safeError(new TypeError('no such bin'))
  expect(error).toMatchObject({ type: 'TypeError', message: 'no such bin' })
  expect(error.stack).toMatch(/^TypeError: no such bin\n\s+at .*safe-error\.test/)
})

it('keeps table and constraint of what Postgres refused, and nothing of the row', () => {
  const refused = Object.assign(new Error('duplicate key value violates unique constraint "mail_pkey"'), {
    ...{ name: 'error', code: '23505', table: 'mail', constraint: 'mail_pkey' },
    ...{ detail: 'Key (to_address)=(ada@example.com) already exists.', where: 'ada@example.com' },
  })
  const { stack: _, ...told } = safeError(refused)
  expect(told).toEqual({
    ...{ type: 'error', code: '23505', table: 'mail', constraint: 'mail_pkey' },
    message: 'duplicate key value violates unique constraint "…"',
  })
})

it('keeps of Prisma’s words the reason only', () => {
  const wrong = Object.assign(
    new Error('Invalid `db.mail.create({ to: Ada })`\n\n→ 12 to: Ada\n\nIt is too long'),
    {
      name: 'PrismaClientKnownRequestError',
    },
  )
  expect(safeError(wrong)).toMatchObject({ message: 'It is too long' })
  expect(JSON.stringify(safeError(wrong))).not.toContain('Ada')
})

it('tells nothing of a body that is no JSON', () => {
  for (const body of ['{"name": Ada Byron}', '{"name":"Ada Byron', 'Ada Byron', '{"a":"Ada" "b"}']) {
    let thrown: unknown
    try {
      JSON.parse(body)
    } catch (error) {
      thrown = error
    }
    expect(JSON.stringify(safeError(new Error('unreadable', { cause: thrown })))).not.toMatch(/Ada|Byron/)
  }
})

it('leaves no address and no number to call in any text', () => {
  fc.assert(
    fc.property(fc.emailAddress(), fc.string(), (address, around) => {
      expect(safeText(`${around} 550 ${address}: no mailbox`)).not.toContain(` ${address}`)
    }),
  )
  expect(safeText('nobody at +49 30 1234567 today')).toBe('nobody at +… today')
})
