/** From one box's front to the next one's where a belt is as full as it may be: a parcel and the gap its divert needs. */
const PITCH_METRES = 0.3
/** Lines are planned for four fifths of what they could carry, so that a jam can be worked off. */
const PLANNED_SHARE = 0.8

/** Boxes a minute that a sorter is planned for: by its speed, a box every 0.3 m, less a fifth. */
export const nominalRate = ({ speedMetresPerSecond }: { speedMetresPerSecond: number }): number =>
  Math.round(((speedMetresPerSecond * 60) / PITCH_METRES) * PLANNED_SHARE)
