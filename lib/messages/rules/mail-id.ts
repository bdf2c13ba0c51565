import type { MailKind } from '../schema'

/** The Message-ID of a mail about an order: of its kind there is one for an occasion, such as a parcel or a refund. */
export const mailId = (kind: MailKind, orderNumber: string, occasion = ''): string =>
  `<${[kind, orderNumber, ...(occasion === '' ? [] : [occasion.replace(/[^A-Za-z0-9._-]/g, '-')])].join('.')}@stowline.example>`
