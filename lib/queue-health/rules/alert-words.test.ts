import { expect, it } from 'vitest'
import type { Alert } from '../schema'
import { alertMail, slackBody, standardBody } from './alert-words'

const alert: Alert = {
  id: '019aa000-0000-7000-8000-000000000001',
  site: 'TEST-1',
  queue: 'confirmation-email',
  severity: 'critical',
  state: 'open',
  cause: 'dependency-refusing',
  message: 'Confirmation e-mail: no mail has left for 40 s',
  ordersAffected: 37,
  openedAt: '2026-11-21T14:02:00.000Z',
  escalatedAt: null,
  acknowledgedAt: null,
  acknowledgedBy: null,
  silencedUntil: null,
  resolvedAt: null,
  version: 1,
}
const over: Alert = { ...alert, state: 'resolved', resolvedAt: '2026-11-21T14:05:00.000Z' }
const house = 'https://stowline.example'

it('writes a mail that says where, what, why, for whom and since when', () => {
  expect(alertMail('opened', alert, house)).toEqual({
    subject: 'Critical at TEST-1: Confirmation e-mail: no mail has left for 40 s',
    text: `Confirmation e-mail: no mail has left for 40 s

Site: TEST-1
Queue: confirmation-email
Cause: dependency-refusing
Orders affected: 37
Since: 2026-11-21T14:02:00.000Z

What to do: https://stowline.example/docs/runbooks/dependency-refusing
https://stowline.example/alerts
`,
  })
})

it('tells the beginning, the worse and the end apart in the first words', () => {
  const head = (event: 'opened' | 'escalated' | 'resolved', of: Alert) =>
    alertMail(event, of, house).subject.split(' at ')[0]
  expect(head('opened', { ...alert, severity: 'warning' })).toBe('Warning')
  expect(head('escalated', alert)).toBe('Still critical')
  expect(head('resolved', over)).toBe('Over')
  expect(alertMail('resolved', over, house).text).toContain('Over: 2026-11-21T14:05:00.000Z')
})

it('keeps a subject short, whatever the message says', () => {
  const { subject, text } = alertMail('opened', { ...alert, message: 'x'.repeat(900) }, house)
  expect(subject).toHaveLength(180)
  expect(text).toContain('x'.repeat(900))
})

it('gives Slack a text for the notification and blocks for the channel', () => {
  const text = ':rotating_light: *Critical* at TEST-1: Confirmation e-mail: no mail has left for 40 s'
  expect(slackBody('opened', alert, house)).toMatchObject({
    text,
    blocks: [{ type: 'section', text: { type: 'mrkdwn', text } }, { type: 'context' }],
  })
  expect(JSON.stringify(slackBody('resolved', over, house))).toContain(':white_check_mark: *Over*')
  expect(JSON.stringify(slackBody('opened', { ...alert, severity: 'warning' }, house))).toContain(':warning:')
})

it('leaves no markup of a message for Slack to follow', () => {
  const words = JSON.stringify(slackBody('opened', { ...alert, message: 'refuses: <!channel> & <x>' }, house))
  expect(words).toContain('refuses: &lt;!channel&gt; &amp; &lt;x&gt;')
})

it('gives a Standard Webhook the type, the time of what happened and the alert', () => {
  expect(standardBody('opened', alert, house)).toEqual({
    type: 'alert.opened',
    timestamp: alert.openedAt,
    data: { ...alert, runbookUrl: `${house}/docs/runbooks/dependency-refusing` },
  })
  expect(standardBody('resolved', over, house)).toMatchObject({
    type: 'alert.resolved',
    timestamp: over.resolvedAt,
  })
  const worse = { ...alert, escalatedAt: '2026-11-21T14:03:00.000Z' }
  expect(standardBody('escalated', worse, house)).toMatchObject({ timestamp: worse.escalatedAt })
})
