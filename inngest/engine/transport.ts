import { randomBytes } from 'node:crypto'

/** A POST that the SDK makes: path below the base URL, parsed JSON body. */
export type SdkRequest = { path: string; body: unknown }

/** Takes the SDK's requests; answers as an Inngest server would. */
export type Receiver = (request: SdkRequest) => Promise<Response>

/** The link between an Inngest client and the engine of its process: what goes out by `fetch` never meets a socket. */
export type Transport = {
  signingKey: string
  eventKey: string
  /** A name that no network resolves. */
  baseUrl: string
  fetch: typeof globalThis.fetch
  connect: (receiver: Receiver) => void
  disconnect: () => void
}

/** Keys are made for the process: nobody else ever calls its functions, so nobody else must know them. */
export function createTransport(): Transport {
  let receiver: Receiver | undefined
  return {
    signingKey: randomBytes(32).toString('hex'),
    eventKey: randomBytes(16).toString('hex'),
    baseUrl: 'http://embedded.invalid',
    async fetch(input, init) {
      if (!receiver)
        throw new Error('no engine is open in this process: write an outbox event instead of sending')
      const { pathname } = new URL(input instanceof Request ? input.url : input)
      const text = typeof init?.body === 'string' ? init.body : '{}'
      return receiver({ path: pathname, body: JSON.parse(text) })
    },
    connect(next) {
      if (receiver) throw new Error('this client has an open engine already')
      receiver = next
    },
    disconnect() {
      receiver = undefined
    },
  }
}
