/** What a screen hears when the belts of a site are drawn anew; the id is the site. */
export const drawingChanged = 'conveyor/drawing.changed'
/** What belts and screens hear when boxes were announced or cancelled; the id is the barcode, or `*` for many. */
export const boxesChanged = 'conveyor/boxes.changed'
