const DAY_MS = 86_400_000
const MINUTE_MS = 60_000

type Clock = (at: number) => number

/**
 * When the next trailer leaves: the first of the daily times, by the site's clock, that is still to come. A time that the
 * change to summer time leaves out is kept as much later as clocks go forward; one that comes twice is kept the first time.
 * @param departures as in `18:00`
 * @param timeZone of the site, IANA
 * @returns null where there are no times
 */
export function nextDeparture(departures: readonly string[], timeZone: string, now: Date): Date | null {
  const wallOf = clockOf(timeZone)
  const wall = wallOf(now.getTime())
  const today = wall - (wall % DAY_MS)
  // The day before too: clocks that go forward at midnight have moved its last times beyond it.
  const days = [today - DAY_MS, today, today + DAY_MS, today + 2 * DAY_MS]
  const times = days.flatMap((day) => departures.map((time) => instantOf(day + minutesOf(time), wallOf)))
  const coming = times.filter((time) => time > now.getTime())
  return coming.length === 0 ? null : new Date(Math.min(...coming))
}

const minutesOf = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return (hours * 60 + minutes) * MINUTE_MS
}

/** What a clock on the wall shows at an instant, both in ms; the wall's as if it were UTC. */
function clockOf(timeZone: string): Clock {
  const format = new Intl.DateTimeFormat('en', {
    timeZone,
    ...{ year: 'numeric', month: 'numeric', day: 'numeric' },
    ...{ hour: 'numeric', minute: 'numeric', second: 'numeric', hourCycle: 'h23' },
  })
  return (at) => {
    const parts = format.formatToParts(at)
    const read = (type: string): number => Number(parts.find((part) => part.type === type)?.value)
    const [year, month, day] = [read('year'), read('month'), read('day')]
    return Date.UTC(year, month - 1, day, read('hour'), read('minute'), read('second'))
  }
}

/** When the clock on the wall shows this, and for the first time. */
function instantOf(wall: number, wallOf: Clock): number {
  const ahead = (at: number): number => wallOf(at) - at
  const before = wall - ahead(wall - DAY_MS)
  const after = wall - ahead(wall + DAY_MS)
  return wallOf(before) !== wall && wallOf(after) === wall ? after : before
}
