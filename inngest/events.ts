/** A process of the night shift opened: whatever the last one left is looked for at once. */
export const nightShiftBegan = 'platform/night-shift.began'
