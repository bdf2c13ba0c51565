import type { Decision } from '@/lib/conveyor/schema'
import type { Belt } from './belt'
import type { BeltLine } from './open-line'
import type { Ask, Said } from './ride'

/** So long it sleeps at most: answers move things up. */
const LOOK_MS = 20
/** Long enough for an answer that comes too late to be known as late. */
const ANSWER_TIMEOUT_MS = 3_000
const CHECK_MS = 250
const AGAIN_MS = 1_000
const MOST_TRIES = 60

/** A belt in real time. */
export type Running = {
  /** Real ms from the first sending of a scan to its first answer, as they came. */
  answerMs: number[]
  /** Answers whose deadline is not the geometry's. */
  otherDeadlines: number
  /** Confirmations and words of lanes that the house never heard, or would not take. */
  unheard: number
  /** By the belt's own clock. */
  nowMs: () => number
  /** Waits for what is being said. */
  stop: () => Promise<void>
}

type Settings = {
  site: string
  /** Scanners use them by turns; without an answer they try the next. */
  lines: BeltLine[]
  /** The belt's clock runs so many times faster than ours. */
  speed: number
  onLeft?: (said: Extract<Said, { kind: 'left' }>) => void
}

/** Lets a belt run in real time: what it says goes to the house, and what the house answers comes back to it. */
export function runBelt(belt: Belt, { site, lines, speed, onLeft }: Settings): Running {
  const [startedAt, startedMs] = [Date.now(), performance.now()]
  const nowMs = () => (performance.now() - startedMs) * speed
  const momentOf = (beltMs: number) => new Date(startedAt + beltMs / speed).toISOString()
  const firstSentMs = new WeakMap<Ask, number>()
  const words = new Set<Promise<void>>()
  let isOver = false
  const running: Running = { answerMs: [], otherDeadlines: 0, unheard: 0, nowMs, stop }
  const moving = move()

  async function ask(one: Ask): Promise<void> {
    const sentMs = firstSentMs.get(one) ?? performance.now()
    firstSentMs.set(one, sentMs)
    const line = lines[(one.seq + one.repeated) % lines.length]
    const scan = scanOf(site, one, momentOf(one.scannedAtMs))
    const decision = await line?.scan(scan, ANSWER_TIMEOUT_MS).catch(() => undefined)
    if (!decision) return
    if (!one.answer) running.answerMs.push(performance.now() - sentMs)
    if (isOtherDeadline(one, decision)) running.otherDeadlines++
    tell(belt.hear(one.scanner, one.seq, decision, nowMs()))
  }
  async function insist(say: (line: BeltLine) => Promise<boolean>): Promise<void> {
    for (let attempt = 0; attempt < MOST_TRIES; attempt++) {
      const line = lines[attempt % lines.length]
      const isTaken = line && (await say(line).catch(() => undefined))
      if (isTaken) return
      if (isTaken === false) break
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS))
    }
    running.unheard++
  }
  function tell(said: Said[]): void {
    for (const one of said) {
      if (one.kind === 'left') onLeft?.(one)
      else if (one.kind === 'scan') keep(ask(one.ask))
      else if (one.kind === 'lane') keep(insist((line) => line.setLane(site, one.lane, one.state)))
      else keep(insist((line) => line.confirm(one.decisionId, one.verdict, momentOf(one.atMs))))
    }
  }
  function keep(word: Promise<void>): void {
    words.add(word)
    void word.finally(() => words.delete(word))
  }
  async function move(): Promise<void> {
    while (!isOver) {
      tell(belt.advance(nowMs()))
      const waitMs = Math.min(LOOK_MS, (belt.nextAtMs() - nowMs()) / speed)
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, waitMs)))
    }
  }
  async function stop(): Promise<void> {
    isOver = true
    await moving
    while (words.size > 0) await Promise.all(words)
  }
  return running
}

const scanOf = (site: string, { scanner, barcode, labels, seq }: Ask, at: string) => ({
  ...{ site, scanner, barcode, seq, at },
  ...(labels ? { labels } : {}),
})

const isOtherDeadline = ({ deadlineAtMs, scannedAtMs }: Ask, { deadlineMs }: Decision): boolean =>
  deadlineMs !== Math.round(deadlineAtMs - scannedAtMs)

/** Waits until every box has left and every scan is answered, but not longer than to a time of the belt's clock. */
export async function untilAllLeft(
  belt: Belt,
  running: Running,
  untilMs: number,
  say: (line: string) => void,
): Promise<void> {
  for (;;) {
    const left = belt.rides().filter(({ ending }) => ending).length
    const unanswered = belt.asks().filter(({ answer }) => !answer).length
    if ((left === belt.rides().length && unanswered === 0) || running.nowMs() > untilMs) return
    say(`${left} of ${belt.rides().length} boxes have left, ${running.answerMs.length} scans answered`)
    await new Promise((resolve) => setTimeout(resolve, CHECK_MS))
  }
}
