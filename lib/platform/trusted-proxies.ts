import ipaddr from 'ipaddr.js'

/** Who a request really comes from, and by which address of ours: what proxies say of it, when they may. */
export type Client = { address: string; host: string | undefined; isHttps: boolean }
/** What of a request tells that; headers as Node gives them. */
export type Arrival = {
  peer: string | undefined
  headers: Record<string, string | string[] | undefined>
}
type Network = ReturnType<typeof ipaddr.parseCIDR>

/**
 * Reads `10.0.0.0/8, fd00::/8, 192.0.2.7`: the networks whose word counts about who stands behind them.
 * @throws Error naming the part that is no network
 */
export function readTrustedProxies(text: string): (address: string) => boolean {
  const parts = text.split(',').map((part) => part.trim())
  const networks = parts.filter((part) => part !== '').map(readNetwork)
  return (address) => {
    if (!ipaddr.isValid(address)) return false
    const one = ipaddr.process(address)
    return networks.some((network) => one.kind() === network[0].kind() && one.match(network))
  }
}

function readNetwork(part: string): Network {
  if (ipaddr.isValidCIDR(part)) return ipaddr.parseCIDR(part)
  if (!ipaddr.isValid(part)) throw new Error(`"${part}" is no network such as 10.0.0.0/8`)
  const one = ipaddr.process(part)
  return [one, one.kind() === 'ipv4' ? 32 : 128] as Network
}

/**
 * The client of a request. `X-Forwarded-For`, `-Host` and `-Proto` count only from a proxy that is trusted, and of a chain
 * of proxies the last stranger is the client: whatever stands before it, it may have written itself. What an unknown
 * proxy forwards is nobody's own address: least of all this machine's.
 */
export function findClient({ peer = '', headers }: Arrival, isTrusted: (address: string) => boolean): Client {
  const host = one(headers.host)
  const chain = list(headers['x-forwarded-for'])
  if (!isTrusted(peer)) {
    const isForwarded = chain.length > 0 || headers.forwarded !== undefined
    return { address: isForwarded ? `behind ${plain(peer)}` : plain(peer), host, isHttps: false }
  }
  const stranger = chain.findLast((address) => !isTrusted(address))
  return {
    address: plain(stranger ?? chain[0] ?? peer),
    host: list(headers['x-forwarded-host']).at(-1) ?? host,
    isHttps: list(headers['x-forwarded-proto']).at(-1) === 'https',
  }
}

/** An address as limits count it: a household of IPv6 has 2^64 of them and is one all the same. */
export function countedAddress(address: string): string {
  if (!ipaddr.isValid(address)) return address
  const read = ipaddr.process(address)
  if (read.kind() === 'ipv4') return read.toString()
  const half = read.toByteArray().slice(0, 8)
  return `${ipaddr.fromByteArray([...half, ...new Array<number>(8).fill(0)])}/64`
}

const plain = (address: string): string =>
  ipaddr.isValid(address) ? ipaddr.process(address).toString() : address
const one = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? value[0] : value
const list = (value: string | string[] | undefined): string[] =>
  [value ?? []]
    .flat()
    .flatMap((text) => text.split(','))
    .map((text) => text.trim())
    .filter((text) => text !== '')
