import { setImmediate as letOthersWork } from 'node:timers/promises'

const SLICE_MS = 8

/** Thinks something through in slices of 8 ms, so that others of the same thread are answered in between. */
export async function thinkInSlices<Thought>(thinking: Generator<undefined, Thought>): Promise<Thought> {
  for (let sliceEndsMs = performance.now() + SLICE_MS; ; ) {
    const { done, value } = thinking.next()
    if (done) return value
    if (performance.now() < sliceEndsMs) continue
    await letOthersWork()
    sliceEndsMs = performance.now() + SLICE_MS
  }
}
