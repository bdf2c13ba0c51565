/** Where a file that came with a mail is read in the demo's mailbox. */
export const attachmentPath = (messageId: string, position: number): string =>
  `/api/demo/mailbox/${encodeURIComponent(messageId)}/attachments/${position}`
