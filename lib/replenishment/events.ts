/** What a screen hears when reorders were proposed, decided, sent or received; it is told of all of a site's together. */
export const reorderChanged = 'replenishment/reorder.changed'
export const REORDERS = 'reorders'

/** Days of a site are not what they were taken for. */
export const calendarChanged = 'replenishment/calendar.changed'
export const CALENDAR = 'calendar'

// Told outside only: downstream knows what it says. No function of the night shift is started by it.
/** A supplier is asked for goods: one order with its lines. */
export const reorderSent = 'replenishment/reorder.sent'
