import { readTokens } from '@/components/ui/read-tokens'
import type { TemperatureZone } from '@/lib/catalog/schema'
import { type Colour, SHADES, STEPS } from '../shading'
import { type Oklab, oklabOf, rgbText } from './oklab'

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
export const readLook = (colour: Colour, zones: readonly TemperatureZone[]): Look =>
  readTokens((colourOf) => lookOf(colourOf, colour, zones))

function lookOf(
  colourOf: (token: string) => string,
  colour: Colour,
  zones: readonly TemperatureZone[],
): Look {
  const pixel = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
  if (!pixel) throw new Error('this browser gives no 2D context')
  // Browsers and bundlers write a colour as they like, oklch or lab: a pixel of it has three numbers.
  const read = (token: string): Oklab => {
    pixel.fillStyle = colourOf(token)
    pixel.fillRect(0, 0, 1, 1)
    const [red = 0, green = 0, blue = 0] = pixel.getImageData(0, 0, 1, 1).data
    return oklabOf(red, green, blue)
  }
  const css = (token: string) => rgbText(read(token))
  const bare = read('bare')
  const zoneColours = zones.map((zone) => read(zone in ZONES ? `zone-${zone}` : 'zone-other'))
  const shades = colour === 'zone' ? [bare, ...zoneColours] : rampOf(RAMPS[colour].map(read), bare)
  const hall = read('hall')
  return {
    ground: css('ground'),
    hall: rgbText(hall),
    lane: css('lane'),
    bare: rgbText(bare),
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
    zones: zoneColours.map(rgbText),
    shades: shades.map(rgbText),
    dims: shades.map((shade) => rgbText(mix(hall, shade, DIMMED))),
  }
}

const ZONES = { ambient: true, chilled: true, frozen: true }

function rampOf([low, mid, high, beyond]: readonly Oklab[], bare: Oklab): Oklab[] {
  if (!low || !mid || !high || !beyond) throw new Error('a ramp has four colours')
  return Array.from({ length: SHADES }, (_, shade) => {
    if (shade === 0) return bare
    if (shade > STEPS) return beyond
    const along = (2 * (shade - 1)) / (STEPS - 1)
    return along < 1 ? mix(low, mid, along) : mix(mid, high, along - 1)
  })
}

const mix = (one: Oklab, other: Oklab, share: number): Oklab => [
  one[0] + (other[0] - one[0]) * share,
  one[1] + (other[1] - one[1]) * share,
  one[2] + (other[2] - one[2]) * share,
]
