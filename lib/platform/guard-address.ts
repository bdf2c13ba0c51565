import { lookup as systemLookup } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'
import { type PrivateTargets, readPrivateTargets } from './rules/private-targets'

/** Where an address that somebody typed leads: only out, and to what the operator has named inside. */
export type Reach = { loopback: boolean; targets?: PrivateTargets | undefined }

/** What a name stands for, as node:dns says it; another one in tests. */
export type Resolve = (
  host: string,
  options: { all: true },
  done: (error: NodeJS.ErrnoException | null, addresses: { address: string; family: number }[]) => void,
) => void

/**
 * What may be reached from here: what STOWLINE_PRIVATE_TARGETS names, and the demo (STOWLINE_DEMO) its own machine, where
 * its receivers run.
 */
export function ownReach(): Reach {
  const { STOWLINE_DEMO, STOWLINE_PRIVATE_TARGETS } = process.env
  const targets = STOWLINE_PRIVATE_TARGETS ? readPrivateTargets(STOWLINE_PRIVATE_TARGETS, isIP) : undefined
  // A wrong list has stopped the start (environment.ts).
  return {
    loopback: STOWLINE_DEMO === '1',
    targets: targets && 'networks' in targets ? targets : undefined,
  }
}

/**
 * Whether an IP address is out in the world. Private, loopback, link-local (where clouds keep their metadata), carrier and
 * reserved ranges are not, nor what only wraps one of them in IPv6, unless the operator has named their network.
 */
export function isOutside(address: string, { loopback, targets }: Reach): boolean {
  if (!ipaddr.isValid(address)) return false
  const ip = ipaddr.process(address)
  const range = ip.range()
  if (range === 'unicast' || (loopback && range === 'loopback')) return true
  return (targets?.networks ?? []).some((network) => {
    const base = ipaddr.parse(network.address)
    return base.kind() === ip.kind() && ip.match(base, network.bits)
  })
}

const isNamed = (host: string, { targets }: Reach): boolean =>
  targets?.hosts.includes(host.toLowerCase()) ?? false

/**
 * A `lookup` for sockets that refuses names which stand for any inside address and are not named by the operator. It is asked at the moment of connecting
 * and its answer is what is connected to, so that a name cannot change its mind in between (DNS rebinding).
 */
export function guardedLookup(reach: Reach, resolve: Resolve = systemLookup): LookupFunction {
  return (host, options, done) => {
    resolve(host, { all: true }, (error, addresses) => {
      const [first] = addresses ?? []
      if (error || !first) return done(error ?? new Error(`${host} stands for no address`), '')
      const inside = addresses.find(({ address }) => !isOutside(address, reach))
      if (inside && !isNamed(host, reach))
        return done(new Error(`${host} leads inside, to ${inside.address}`), '')
      if (options.all) return done(null, addresses)
      done(null, first.address, first.family)
    })
  }
}

/** Why a URL must not be called, or null. Sockets ask no `lookup` about a host that is an address already. */
export function refusedHost({ hostname }: URL, reach: Reach): string | null {
  const literal = hostname.replace(/^\[|\]$/g, '')
  return isIP(literal) && !isOutside(literal, reach) ? `${literal} is an address inside` : null
}

/** Why a URL leads nowhere that we call, looked at now; null when it leads outside. */
export function whyNotOutside(
  address: string,
  reach: Reach = ownReach(),
  resolve: Resolve = systemLookup,
): Promise<string | null> {
  const url = new URL(address)
  const refused = refusedHost(url, reach)
  if (refused || isIP(url.hostname.replace(/^\[|\]$/g, ''))) return Promise.resolve(refused)
  return new Promise((done) =>
    guardedLookup(reach, resolve)(url.hostname, { all: true }, (error) => done(error?.message ?? null)),
  )
}
