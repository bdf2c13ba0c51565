import { connect as connectTo, createServer, type Socket } from 'node:net'
import { Transform } from 'node:stream'
import { freePort } from '@/e2e/fixtures/own-house'

/** A network as a phone has it: bits a second downwards and upwards, and the time there and back. */
export type LineSpeed = { downBitsPerSecond: number; upBitsPerSecond: number; roundTripMs: number }

/** Lighthouse's slow 4G. */
export const SLOW_4G: LineSpeed = { downBitsPerSecond: 1_600_000, upBitsPerSecond: 750_000, roundTripMs: 150 }

const wait = (forMs: number) => new Promise((resolve) => setTimeout(resolve, Math.max(0, forMs)))

/**
 * A slow line to a house. A line, not the browser's own emulation: it slows the service worker and the socket too, makes a
 * new connection cost a round trip, and shares its bits among all of them.
 */
export async function openSlowLine(houseUrl: string, speed: LineSpeed) {
  const { hostname, port } = new URL(houseUrl)
  const down = paceOf(speed.downBitsPerSecond, speed.roundTripMs / 2)
  const up = paceOf(speed.upBitsPerSecond, speed.roundTripMs / 2)
  const open = new Set<Socket>()
  const server = createServer(async (phone) => {
    const house = connectTo(Number(port), hostname)
    for (const end of [phone, house]) {
      open.add(end.setNoDelay(true))
      end.on('error', () => {})
      end.on('close', () => {
        open.delete(end)
        phone.destroy()
        house.destroy()
      })
    }
    await wait(speed.roundTripMs)
    phone.pipe(up()).pipe(house)
    house.pipe(down()).pipe(phone)
  })
  const own = await freePort()
  await new Promise<void>((listening) => server.listen(own, hostname, listening))
  const close = async () => {
    for (const end of open) end.destroy()
    await new Promise((closed) => server.close(closed))
  }
  return { url: `http://${hostname}:${own}`, close }
}

/** One direction: what passes takes its turn behind whatever passes on any connection, then the way takes its time. */
function paceOf(bitsPerSecond: number, wayMs: number): () => Transform {
  const PIECE = 1_460
  let freeAtMs = 0
  return () => {
    // Timers of unlike length do not keep an order: each piece waits for the one before it.
    let last = Promise.resolve()
    return new Transform({
      async transform(chunk: Buffer, _, done) {
        for (let at = 0; at < chunk.length; at += PIECE) {
          const piece = chunk.subarray(at, at + PIECE)
          freeAtMs = Math.max(freeAtMs, performance.now()) + (piece.length * 8_000) / bitsPerSecond
          const arrivesAtMs = freeAtMs + wayMs
          last = last.then(() => wait(arrivesAtMs - performance.now())).then(() => void this.push(piece))
          // No more is under way than the line can carry: the next connection gets its turn.
          await wait(freeAtMs - performance.now())
        }
        done()
      },
      flush(done) {
        void last.then(() => done())
      },
    })
  }
}
