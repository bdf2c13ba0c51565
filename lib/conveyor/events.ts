import { z } from 'zod'

/** What a screen hears when the belts of a site are drawn anew; the id is the site. */
export const drawingChanged = 'conveyor/drawing.changed'
/** What belts and screens hear when boxes were announced or cancelled; the id is the barcode, or `*` for many. */
export const boxesChanged = 'conveyor/boxes.changed'

/** A parcel was diverted into a lane, as the belt has confirmed. */
export const parcelArrived = 'conveyor/parcel.arrived'
export const parcelArrivedSchema = z.object({ site: z.string(), parcel: z.string(), lane: z.string() })
