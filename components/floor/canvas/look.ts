import type { TemperatureZone } from '@/lib/catalog/schema'
import { type Colour, SHADES, STEPS } from '../shading'

type Oklch = readonly [lightness: number, chroma: number, hue: number]

/** Every colour of the drawing, from the tokens of the theme that is on. */
export type Look = {
  ground: string
  hall: string
  lane: string
  bare: string
  surface: string
  line: string
  edge: string
  ink: string
  inkSoft: string
  focus: string
  pulse: string
  route: string
  late: string
  over: string
  tape: string
  zones: string[]
  /** By shade: what a bin looks like, and what it looks like while something else is searched for. */
  shades: string[]
  dims: string[]
}

const RAMPS = {
  fill: ['fill-low', 'fill-mid', 'fill-high', 'over'],
  heat: ['heat-low', 'heat-mid', 'heat-high', 'heat-high'],
  age: ['age-low', 'age-mid', 'age-high', 'age-high'],
  expiry: ['expiry-far', 'expiry-mid', 'expiry-near', 'over'],
} as const
/** How much of an unwanted bin is left while others are searched for. */
const DIMMED = 0.16

/** Reads the tokens as the theme has them now; the colours of a canvas follow no variable by themselves. */
export function readLook(colour: Colour, zones: readonly TemperatureZone[]): Look {
  const probe = document.body.appendChild(document.createElement('i'))
  const read = (token: string): Oklch => {
    probe.style.color = `var(--color-${token})`
    const [lightness = 0, chroma = 0, hue = 0] = (getComputedStyle(probe).color.match(/[\d.]+/g) ?? []).map(
      Number,
    )
    return [lightness, chroma, hue]
  }
  const css = (token: string) => text(read(token))
  const bare = read('bare')
  const zoneColours = zones.map((zone) => read(zone in ZONES ? `zone-${zone}` : 'zone-other'))
  const shades = colour === 'zone' ? [bare, ...zoneColours] : rampOf(RAMPS[colour].map(read), bare)
  const hall = read('hall')
  const look = {
    ground: css('ground'),
    hall: text(hall),
    lane: css('lane'),
    bare: text(bare),
    surface: css('surface'),
    line: css('line'),
    edge: css('edge'),
    ink: css('ink'),
    inkSoft: css('ink-soft'),
    focus: css('focus'),
    pulse: css('running'),
    route: css('route'),
    late: css('late'),
    over: css('over'),
    tape: css('tape'),
    zones: zoneColours.map(text),
    shades: shades.map(text),
    dims: shades.map((shade) => text(mix(hall, shade, DIMMED))),
  }
  probe.remove()
  return look
}

const ZONES = { ambient: true, chilled: true, frozen: true }

function rampOf([low, mid, high, beyond]: readonly Oklch[], bare: Oklch): Oklch[] {
  if (!low || !mid || !high || !beyond) throw new Error('a ramp has four colours')
  return Array.from({ length: SHADES }, (_, shade) => {
    if (shade === 0) return bare
    if (shade > STEPS) return beyond
    const along = (2 * (shade - 1)) / (STEPS - 1)
    return along < 1 ? mix(low, mid, along) : mix(mid, high, along - 1)
  })
}

function mix(one: Oklch, other: Oklch, share: number): Oklch {
  const between = (a: number, b: number) => a + (b - a) * share
  // The short way around the circle of hues; grey has none of its own.
  const [from, to] = [one[1] < 0.02 ? other[2] : one[2], other[2]]
  const turn = ((to - from + 540) % 360) - 180
  return [between(one[0], other[0]), between(one[1], other[1]), from + turn * share]
}

const text = ([lightness, chroma, hue]: Oklch): string =>
  `oklch(${lightness.toFixed(4)} ${chroma.toFixed(4)} ${((hue + 360) % 360).toFixed(1)})`
