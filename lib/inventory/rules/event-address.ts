/** An event's source and id as one part of a path. */
export function eventAddress(source: string, id: string): string {
  const bytes = new TextEncoder().encode(JSON.stringify([source, id]))
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}

/** The event that an address names; null when it is none. */
export function readEventAddress(address: string): { source: string; id: string } | null {
  try {
    const bytes = Uint8Array.from(
      atob(address.replaceAll('-', '+').replaceAll('_', '/')),
      (letter) => letter.codePointAt(0) ?? 0,
    )
    const [source, id]: unknown[] = JSON.parse(new TextDecoder().decode(bytes))
    return typeof source === 'string' && typeof id === 'string' ? { source, id } : null
  } catch {
    return null
  }
}
