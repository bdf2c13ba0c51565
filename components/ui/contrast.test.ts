import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const css = readFileSync(new URL('../../app/globals.css', import.meta.url), 'utf8')
const STATES = ['done', 'running', 'waiting', 'retrying', 'late', 'failed']
const GROUNDS = ['ground', 'surface', 'inset']

// WCAG 2.2: 4.5 to 1 for text (1.4.3), 3 to 1 for shapes and edges of controls (1.4.11).
const TEXT: [string, string][] = [
  ...GROUNDS.flatMap((ground): [string, string][] => [
    ['ink', ground],
    ['ink-soft', ground],
    ...STATES.map((state): [string, string] => [state, ground]),
  ]),
  ...STATES.flatMap((state): [string, string][] => [
    [state, `${state}-tint`],
    ['ink', `${state}-tint`],
  ]),
  ['on-action', 'action'],
  ['on-action', 'action-hover'],
  ['rail-ink', 'rail'],
  ['rail-soft', 'rail'],
  ['rail-ink', 'rail-raised'],
  ['rail', 'tape'],
]
const SHAPES: [string, string][] = [
  ...GROUNDS.flatMap((ground): [string, string][] => [
    ['edge', ground],
    ['focus', ground],
    ['chart', ground],
  ]),
  ['tape', 'rail'],
  ['tape', 'rail-raised'],
  ...STATES.map((state): [string, string] => ['surface', state]),
  // A box on the belt, and its mark beside its lane.
  ...Array.from({ length: 8 }, (_, way) => `way-${way + 1}`).flatMap((way): [string, string][] => [
    [way, 'inset'],
    [way, 'surface'],
  ]),
]

describe.each(['light', 'dark'] as const)('the %s theme', (theme) => {
  it.each(TEXT)('sets %s readably on %s', (ink, ground) => {
    expect(contrast(luminance(ink, theme), luminance(ground, theme))).toBeGreaterThanOrEqual(4.5)
  })
  it.each(SHAPES)('shows %s distinctly on %s', (shape, ground) => {
    expect(contrast(luminance(shape, theme), luminance(ground, theme))).toBeGreaterThanOrEqual(3)
  })
})

function contrast(one: number, other: number): number {
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)
}

/** Relative luminance of a token's OKLCH colour (matrices of CSS Color 4), clipped to sRGB as a screen does. */
function luminance(token: string, theme: 'light' | 'dark'): number {
  const number = '([\\d.]+)'
  const oklch = `oklch\\(${number} ${number} ${number}\\)`
  const found = css.match(new RegExp(`--color-${token}: light-dark\\(${oklch}, ${oklch}\\)`))
  if (!found) throw new Error(`globals.css has no pair --color-${token}`)
  const [lightness = 0, chroma = 0, hue = 0] = found.slice(theme === 'light' ? 1 : 4).map(Number)
  const a = chroma * Math.cos((hue * Math.PI) / 180)
  const b = chroma * Math.sin((hue * Math.PI) / 180)
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  const clip = (value: number) => Math.min(1, Math.max(0, value))
  const red = clip(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s)
  const green = clip(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s)
  const blue = clip(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
