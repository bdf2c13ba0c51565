const FIELD_BITS = 30

/** Where the count of what is missing of each article lies in the words of a label. */
export function fieldsOf(wanted: { units: number }[]) {
  let word = 0
  let shift = 0
  const fields = wanted.map(({ units }) => {
    const bits = 32 - Math.clz32(units)
    if (shift + bits > FIELD_BITS) {
      word++
      shift = 0
    }
    const field = { word, shift, mask: 2 ** bits - 1 }
    shift += bits
    return field
  })
  return { fields, words: word + 1 }
}

/** The labels at one stage: where each is, what it has walked and still misses, and where it came from. */
export type Layer = {
  count: number
  node: Int32Array
  missing: Int32Array
  length: Float64Array
  bound: Float64Array
  /** What the articles not counted exactly and not yet collected cost. */
  owed: Float64Array
  words: Int32Array
  entry: Int32Array
  choice: Int32Array
}

export const layerOf = (capacity: number, words: number): Layer => ({
  count: 0,
  node: new Int32Array(capacity),
  missing: new Int32Array(capacity),
  length: new Float64Array(capacity),
  bound: new Float64Array(capacity),
  owed: new Float64Array(capacity),
  words: new Int32Array(capacity * words),
  entry: new Int32Array(capacity),
  choice: new Int32Array(capacity),
})

const FIELDS = ['node', 'missing', 'length', 'bound', 'owed', 'entry', 'choice'] as const

/** The same labels with room for twice as many. */
export function grownLayer(old: Layer, words: number): Layer {
  const more = layerOf(old.node.length * 2, words)
  more.count = old.count
  for (const field of FIELDS) more[field].set(old[field])
  more.words.set(old.words)
  return more
}

/** Keeps the `width` labels with the least bounds; the least bound of those dropped. */
export function keepBest(layer: Layer, width: number, words: number): number {
  const most = layer.bound.slice(0, layer.count).sort()[width - 1] as number
  let dropped = Number.POSITIVE_INFINITY
  let kept = 0
  for (let at = 0; at < layer.count; at++) {
    const bound = layer.bound[at] as number
    if (bound > most || kept >= width) {
      if (bound < dropped) dropped = bound
      continue
    }
    for (const field of FIELDS) layer[field][kept] = layer[field][at] as number
    layer.words.copyWithin(kept * words, at * words, (at + 1) * words)
    kept++
  }
  layer.count = kept
  return dropped
}
