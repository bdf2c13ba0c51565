import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alertChanges, CALM_SECONDS, type OpenAlert, UNHEARD_SECONDS } from './alert-changes'
import type { Topic, WantedAlert } from './wanted-alert'

type Held = { site: string; queue: string; topic: Topic }

const start = Date.parse('2026-11-21T14:00:00Z')
const at = (seconds: number) => new Date(start + seconds * 1000)
const keyOf = ({ site, queue, topic }: Held) => `${site} ${queue} ${topic}`

const wanted: WantedAlert = {
  site: 'A',
  queue: 'confirmation-email',
  topic: 'flow',
  severity: 'warning',
  cause: 'overload',
  message: 'Confirmation e-mail: more comes in than gets done',
  ordersAffected: 5,
}

/** The alerts after the changes, as the database keeps them; `resolved` counts those that are over. */
function applied(open: OpenAlert[], wish: WantedAlert[], held: Held[], now: Date) {
  let alerts = [...open]
  let resolved = 0
  let escalated = 0
  const changes = alertChanges(open, wish, held, now)
  for (const change of changes) {
    if (change.change === 'open')
      alerts.push({
        ...change.wanted,
        id: `${now.getTime()} ${keyOf(change.wanted)}`,
        state: 'open',
        openedAt: now,
        calmSince: null,
        escalatedAt: null,
      })
    else if (change.change === 'resolve') {
      resolved++
      alerts = alerts.filter(({ id }) => id !== change.id)
    } else
      alerts = alerts.map((alert) => {
        if (alert.id !== change.id) return alert
        if (change.change === 'calm') return { ...alert, calmSince: now }
        if (change.escalates) escalated++
        return {
          ...alert,
          ...change.wanted,
          calmSince: null,
          escalatedAt: change.escalates ? now : alert.escalatedAt,
        }
      })
  }
  return { alerts, changes, resolved, escalated }
}

const queueArbitrary = fc.record({
  site: fc.constantFrom('A', 'B'),
  queue: fc.constantFrom('mail', 'warehouse'),
  topic: fc.constantFrom<Topic>('flow', 'dead-letters'),
})
const wantedArbitrary = fc.uniqueArray(
  fc.tuple(
    queueArbitrary,
    fc.record({
      severity: fc.constantFrom('warning' as const, 'critical' as const),
      cause: fc.constantFrom('overload', 'worker-gone'),
      ordersAffected: fc.nat(3),
    }),
  ),
  { selector: ([queue]) => keyOf(queue) },
)
const looks = fc.array(
  fc.record({
    wanted: wantedArbitrary.map((all) =>
      all.map(([queue, rest]): WantedAlert => ({ ...queue, ...rest, message: 'words' })),
    ),
    held: fc.uniqueArray(queueArbitrary, { selector: keyOf, maxLength: 2 }),
    pauseSeconds: fc.nat(400),
  }),
  { maxLength: 12 },
)

/** Looks one after the other; what is held is not asked for, as the watcher has it. */
function follow(
  sequence: { wanted: WantedAlert[]; held: Held[]; pauseSeconds: number }[],
  check: (before: OpenAlert[], after: ReturnType<typeof applied>, wish: WantedAlert[], now: Date) => void,
): void {
  let open: OpenAlert[] = []
  let seconds = 0
  for (const look of sequence) {
    seconds += look.pauseSeconds
    const held = new Set(look.held.map(keyOf))
    const wish = look.wanted.filter((alert) => !held.has(keyOf(alert)))
    const after = applied(open, wish, look.held, at(seconds))
    check(open, after, wish, at(seconds))
    expect(applied(after.alerts, wish, look.held, at(seconds)).changes).toEqual([])
    open = after.alerts
  }
}

describe('any sequence of looks', () => {
  it('keeps at most one alert for a queue and topic of a site, and one for each that is asked for', () => {
    fc.assert(
      fc.property(looks, (sequence) => {
        follow(sequence, (_, { alerts }, wish) => {
          const keys = alerts.map(keyOf)
          expect(new Set(keys).size).toBe(keys.length)
          expect(keys).toEqual(expect.arrayContaining(wish.map(keyOf)))
        })
      }),
    )
  })

  it('never lets the severity of an alert fall', () => {
    fc.assert(
      fc.property(looks, (sequence) => {
        follow(sequence, (before, { alerts }) => {
          for (const alert of before.filter(({ severity }) => severity === 'critical'))
            expect(alerts.find(({ id }) => id === alert.id)?.severity ?? 'critical').toBe('critical')
        })
      }),
    )
  })

  it('resolves only what nobody asks for and what has stayed calm', () => {
    fc.assert(
      fc.property(looks, (sequence) => {
        follow(sequence, (before, { alerts }, wish, now) => {
          const over = before.filter(({ id }) => !alerts.some((alert) => alert.id === id))
          for (const alert of over) {
            expect(wish.map(keyOf)).not.toContain(keyOf(alert))
            const calmMs = now.getTime() - (alert.calmSince?.getTime() ?? Number.POSITIVE_INFINITY)
            expect(calmMs).toBeGreaterThanOrEqual(CALM_SECONDS * 1000)
          }
        })
      }),
    )
  })
})

describe('one alert', () => {
  it('is one, however a dependency flaps faster than it is calm', () => {
    let open: OpenAlert[] = []
    let opened = 0
    for (let second = 0; second < 120; second += 2) {
      const after = applied(open, second % 4 === 0 ? [wanted] : [], [], at(second))
      opened += after.changes.filter(({ change }) => change === 'open').length
      open = after.alerts
    }
    expect(opened).toBe(1)
    expect(open).toHaveLength(1)
  })

  it('resolves by itself once its queue has stayed well', () => {
    const { alerts: open } = applied([], [wanted], [], at(0))
    const { alerts: calm } = applied(open, [], [], at(2))
    expect(applied(calm, [], [], at(2 + CALM_SECONDS - 1)).resolved).toBe(0)
    expect(applied(calm, [], [], at(2 + CALM_SECONDS)).resolved).toBe(1)
  })

  it('stays as it is while it is held', () => {
    const { alerts: open } = applied([], [wanted], [], at(0))
    const held = [{ site: 'A', queue: 'confirmation-email', topic: 'flow' as const }]
    expect(alertChanges(open, [], held, at(900))).toEqual([])
  })

  it('is said again when it gets worse', () => {
    const { alerts: open } = applied([], [wanted], [], at(0))
    const worse = applied(open, [{ ...wanted, severity: 'critical' }], [], at(2))
    expect(worse.escalated).toBe(1)
    expect(worse.alerts).toMatchObject([{ severity: 'critical', escalatedAt: at(2) }])
  })

  it('is said again, once, when it is critical and nobody acknowledges it', () => {
    const critical = { ...wanted, severity: 'critical' as const }
    const { alerts: open } = applied([], [critical], [], at(0))
    expect(applied(open, [critical], [], at(UNHEARD_SECONDS - 1)).changes).toEqual([])
    const unheard = applied(open, [critical], [], at(UNHEARD_SECONDS))
    expect(unheard.escalated).toBe(1)
    expect(applied(unheard.alerts, [critical], [], at(9 * UNHEARD_SECONDS)).changes).toEqual([])
    const heard = open.map((alert) => ({ ...alert, state: 'acknowledged' as const }))
    expect(applied(heard, [critical], [], at(UNHEARD_SECONDS)).changes).toEqual([])
  })

  it('changes in place when its cause or its words do, without a word to people', () => {
    const { alerts: open } = applied([], [wanted], [], at(0))
    const words = {
      ...wanted,
      cause: 'worker-gone',
      message: 'Confirmation e-mail: no mail has left for 40 s',
    }
    const changed = applied(open, [words], [], at(2))
    expect(changed).toMatchObject({ escalated: 0, alerts: [{ ...words, openedAt: at(0) }] })
    expect(changed.alerts).toHaveLength(1)
  })

  it('keeps the cause of what is being caught up with, and the most orders it has touched', () => {
    const { alerts: open } = applied([], [{ ...wanted, cause: 'worker-gone', ordersAffected: 37 }], [], at(0))
    const catchingUp = { ...wanted, cause: 'burst', ordersAffected: 12, message: 'catching up' }
    expect(applied(open, [catchingUp], [], at(2)).alerts).toMatchObject([
      { cause: 'worker-gone', ordersAffected: 37, message: 'catching up' },
    ])
  })
})
