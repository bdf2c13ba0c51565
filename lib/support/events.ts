// What screens hear only.
export const noteWritten = 'support/note.written'
export const noteRemoved = 'support/note.removed'
