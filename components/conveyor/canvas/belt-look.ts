import { readTokens } from '@/components/ui/read-tokens'
import { WAYS } from '../lane-marks'

/** Every colour of the drawing, from the tokens of the theme that is on. */
export type BeltLook = ReturnType<typeof readBeltLook>

/** Reads the tokens as the theme has them now; the colours of a canvas follow no variable by themselves. */
export function readBeltLook() {
  return readTokens((read) => ({
    surface: read('surface'),
    inset: read('inset'),
    line: read('line'),
    edge: read('edge'),
    ink: read('ink'),
    inkSoft: read('ink-soft'),
    focus: read('focus'),
    running: read('running'),
    late: read('late'),
    failed: read('failed'),
    ways: Array.from({ length: WAYS }, (_, way) => read(`way-${way + 1}`)),
  }))
}
