/** In ms, as they came. */
export type Times = { fromDueMs: number[]; fromSendMs: number[] }

/** Each at its time. @returns ms from when it was due, and from when it was sent, to its answer */
export async function openLoop<Sent>(
  perSecond: number,
  all: Sent[],
  one: (sent: Sent, dueMs: number) => Promise<unknown>,
): Promise<Times> {
  const times: Times = { fromDueMs: [], fromSendMs: [] }
  const answers: Promise<void>[] = []
  const startMs = performance.now()
  for (const [number, sent] of all.entries()) {
    const dueMs = startMs + (number * 1_000) / perSecond
    while (performance.now() < dueMs) await new Promise((resolve) => setTimeout(resolve, 1))
    const sentMs = performance.now()
    const answered = one(sent, dueMs).then(() => {
      times.fromDueMs.push(performance.now() - dueMs)
      times.fromSendMs.push(performance.now() - sentMs)
    })
    answers.push(answered)
  }
  await Promise.all(answers)
  return times
}
