// What screens hear only.
export const noteWritten = 'support/note.written'
export const noteRemoved = 'support/note.removed'
/** Somebody's act upon an order stands in the audit log, and so on its page. */
export const actRecorded = 'support/act.recorded'
