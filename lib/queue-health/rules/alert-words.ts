import type { Alert } from '../schema'
import { runbookPath } from './runbook-of'

export type NoticeEvent = 'opened' | 'escalated' | 'resolved'

const HEADS: Record<NoticeEvent, (alert: Alert) => string> = {
  opened: ({ severity }) => (severity === 'critical' ? 'Critical' : 'Warning'),
  escalated: ({ severity }) => (severity === 'critical' ? 'Still critical' : 'Worse'),
  resolved: () => 'Over',
}

/** An alert as a mail: subject and text. */
export function alertMail(
  event: NoticeEvent,
  alert: Alert,
  houseUrl: string,
): { subject: string; text: string } {
  const lines = [
    alert.message,
    '',
    `Site: ${alert.site}`,
    `Queue: ${alert.queue}`,
    `Cause: ${alert.cause}`,
    `Orders affected: ${alert.ordersAffected}`,
    `Since: ${alert.openedAt}`,
    ...(alert.resolvedAt === null ? [] : [`Over: ${alert.resolvedAt}`]),
    '',
    `What to do: ${houseUrl}${runbookPath(alert)}`,
    `${houseUrl}/alerts`,
    '',
  ]
  return {
    subject: `${HEADS[event](alert)} at ${alert.site}: ${alert.message}`.slice(0, 180),
    text: lines.join('\n'),
  }
}

/** An alert as the body of a Slack incoming webhook. */
export function slackBody(event: NoticeEvent, alert: Alert, houseUrl: string): object {
  const mark =
    event === 'resolved'
      ? ':white_check_mark:'
      : alert.severity === 'critical'
        ? ':rotating_light:'
        : ':warning:'
  const text = `${mark} *${HEADS[event](alert)}* at ${alert.site}: ${unmarked(alert.message)}`
  const facts = `${alert.ordersAffected} orders affected, cause ${alert.cause}, since ${alert.openedAt}`
  const links = `<${houseUrl}${runbookPath(alert)}|What to do> <${houseUrl}/alerts|Open alerts>`
  return {
    text,
    blocks: [
      { type: 'section', text: { type: 'mrkdwn', text } },
      { type: 'context', elements: [{ type: 'mrkdwn', text: `${facts} ${links}` }] },
    ],
  }
}

// What a mail server says is no markup: Slack asks for these three to be written so.
const unmarked = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** An alert as the body of a Standard Webhooks delivery. */
export function standardBody(event: NoticeEvent, alert: Alert, houseUrl: string): object {
  const timestamp =
    event === 'resolved' ? alert.resolvedAt : event === 'escalated' ? alert.escalatedAt : alert.openedAt
  return { type: `alert.${event}`, timestamp, data: { ...alert, runbookUrl: houseUrl + runbookPath(alert) } }
}
