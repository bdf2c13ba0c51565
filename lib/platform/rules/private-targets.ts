/** What inside one's own network may be called: networks by address and prefix, hosts by name. */
export type PrivateTargets = { networks: { address: string; bits: number }[]; hosts: string[] }

const NETWORK = /^([0-9a-f.:]+)(?:\/(\d{1,3}))?$/i
const NAME = /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$/
const NUMBERS = /^[\d.]+$/

/**
 * Reads `10.1.0.0/16, fd00::/8, 10.2.3.4, hooks.internal`: networks in CIDR, single addresses, names of hosts.
 * @param isAddress whether a text is an IPv4 (4) or IPv6 (6) address; 0 is neither
 * @returns the targets, or the part that is none
 */
export function readPrivateTargets(
  text: string,
  isAddress: (text: string) => number,
): PrivateTargets | { wrong: string } {
  const targets: PrivateTargets = { networks: [], hosts: [] }
  for (const part of text.split(',').map((one) => one.trim().toLowerCase())) {
    const [, address = '', prefix] = NETWORK.exec(part) ?? []
    const most = { 4: 32, 6: 128 }[isAddress(address)]
    const bits = prefix === undefined ? most : Number(prefix)
    if (most !== undefined && bits !== undefined && bits <= most) targets.networks.push({ address, bits })
    else if (NAME.test(part) && !NUMBERS.test(part)) targets.hosts.push(part)
    else return { wrong: part }
  }
  return targets
}
