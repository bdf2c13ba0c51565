import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { expect, it, vi } from 'vitest'

const mail = {
  messageId: '<one@stowline.example>',
  to: 'ada@example.com',
  orderNumber: '100001-ABCD',
  subject: 'Order',
  text: 'Text',
  html: '<p>Text',
}

/** A mail server that gives this answer to the recipient or to the sender. */
async function sendTo(answer: { onRcptTo?: number; onMailFrom?: number }) {
  const say =
    (responseCode: number | undefined) => (_: unknown, __: unknown, done: (error?: Error) => void) =>
      done(responseCode === undefined ? undefined : Object.assign(new Error('no'), { responseCode }))
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 100,
    onRcptTo: say(answer.onRcptTo),
    onMailFrom: say(answer.onMailFrom),
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  process.env.SMTP_URL = `smtp://127.0.0.1:${port}`
  // One process speaks to one mail server: a fresh one needs a fresh module.
  vi.resetModules()
  const { sendMail } = await import('./send-mail')
  try {
    return await sendMail(mail)
  } finally {
    await new Promise<void>((resolve) => server.close(() => resolve()))
  }
}

it('says that a recipient is refused for ever', async () => {
  expect(await sendTo({ onRcptTo: 550 })).toEqual({
    outcome: 'refused',
    reason: expect.stringMatching(/^mail server 127\.0\.0\.1:\d+: .*550/),
  })
})

it('fails when the recipient is refused for now', async () => {
  await expect(sendTo({ onRcptTo: 451 })).rejects.toThrow(/^mail server 127\.0\.0\.1:\d+: .*451/)
})

it('fails when we are refused, for that can be put right', async () => {
  await expect(sendTo({ onMailFrom: 550 })).rejects.toThrow(/^mail server 127\.0\.0\.1:\d+: .*550/)
})
