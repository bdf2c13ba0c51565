/** No thumb types as fast; a scanner over Bluetooth needs up to 30 ms a character, and a busy phone delays some. */
export const BURST_GAP_MS = 80
/** Shorter than any label: a lucky pair of keys is no scan. */
const LEAST_CHARACTERS = 4

export type WedgeSettings = {
  /** What the scanner is set to send before a label; empty for nothing. Then no burst is needed to know a scan. */
  prefix: string
  suffix: 'Enter' | 'Tab'
}
export type Key = { key: string; isControl: boolean; atMs: number }
/** `typing` belongs to whoever has the focus; `burst` looks like a scanner; `scan` is a whole label. */
export type Heard = { kind: 'typing' } | { kind: 'burst' } | { kind: 'scan'; text: string }

/** Tells a scanner that types (a keyboard wedge) from a person who does, key by key. */
export class WedgeReader {
  private text = ''
  private lastMs = Number.NEGATIVE_INFINITY

  constructor(private readonly settings: WedgeSettings) {}

  hear({ key, isControl, atMs }: Key): Heard {
    const gapMs = atMs - this.lastMs
    this.lastMs = atMs
    if (key === this.settings.suffix) return this.end(gapMs)
    const character = characterOf(key, isControl)
    // Shift and the like come between the characters.
    if (character === undefined) return { kind: 'typing' }
    const isPrefixed = this.settings.prefix !== '' && this.text.startsWith(this.settings.prefix)
    if (gapMs > BURST_GAP_MS && !isPrefixed) this.text = ''
    this.text += character
    return { kind: this.text.length > 1 ? 'burst' : 'typing' }
  }

  private end(gapMs: number): Heard {
    const { prefix } = this.settings
    const text = this.text
    this.text = ''
    const isPrefixed = prefix !== '' && text.startsWith(prefix)
    const isBurst = gapMs <= BURST_GAP_MS && text.length >= LEAST_CHARACTERS
    if (!isPrefixed && !isBurst) return { kind: 'typing' }
    return { kind: 'scan', text: isPrefixed ? text.slice(prefix.length) : text }
  }
}

/** Scanners type FNC1 (ASCII 29) as Ctrl+]. */
function characterOf(key: string, isControl: boolean): string | undefined {
  if (isControl) return key === ']' ? '\u001d' : undefined
  return [...key].length === 1 ? key : undefined
}
