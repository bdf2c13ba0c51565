/** How boxes of a lane look: a colour of eight and a shape of six, so that neither is needed to tell them apart. */
export type Mark = { way: number; shape: string }

export const WAYS = 8

/** In a square of 16. */
const SHAPES = [
  'M2 2h12v12H2z',
  'M8 1.2a6.8 6.8 0 1 1 0 13.6a6.8 6.8 0 1 1 0-13.6z',
  'M8 1 15.5 14.5H.5z',
  'M5.5 1h5v4.5H15v5h-4.5V15h-5v-4.5H1v-5h4.5z',
  'M.5 1.5h15L8 15z',
  'M4.5.5h7v15h-7z',
] as const

/** What goes to the exceptions: a diamond, with a question where no label was read. */
export const EXCEPTION_SHAPE = 'M8 .5 15.5 8 8 15.5.5 8z'

/** The mark of the lane at this place of its sorter's. */
export const markOf = (place: number): Mark => ({
  way: place % WAYS,
  shape: SHAPES[place % SHAPES.length] ?? SHAPES[0],
})
