import type { Progress } from '../schema'
import { amountWords } from './amount-words'

export type MoneyFacts = {
  authorisedMinor: number
  capturedMinor: number
  refundedMinor: number
  voided: boolean
}
export type ParcelFact = { parcel: string; carrier: string; handedOverAt: string | null }

/** What is true of an order, whatever the customer was told: its goods, its money, its parcels; a sentence each. */
export function whatIsTrue(
  progress: Progress,
  money: MoneyFacts,
  currency: string,
  parcels: readonly ParcelFact[],
): string[] {
  return [goods(progress), moneyWords(money, currency), ...parcels.map(parcelWords)]
}

function goods({ ordered, held, lost, picked, packed, shipped }: Progress): string {
  const parts = [
    shipped > 0 && `${shipped} with the carrier`,
    packed > shipped && `${packed - shipped} packed`,
    picked > packed && `${picked - packed} picked and not packed`,
    held > 0 && `${held} held in bins`,
    lost > 0 && `${lost} nowhere to be found`,
  ].filter((part) => part !== false)
  const rest = parts.length > 0 ? parts.join(', ') : 'none held'
  return `Goods: of ${ordered === 1 ? '1 unit' : `${ordered} units`} ${rest}.`
}

function moneyWords(
  { authorisedMinor, capturedMinor, refundedMinor, voided }: MoneyFacts,
  currency: string,
): string {
  const amount = (minor: number) => amountWords(minor, currency)
  if (authorisedMinor === 0) return 'Money: nothing is reserved and nothing is charged.'
  const parts = [
    voided
      ? `the rest of ${amount(authorisedMinor)} was let go`
      : capturedMinor < authorisedMinor &&
        `${amount(authorisedMinor - capturedMinor)} is reserved on the card`,
    capturedMinor > 0 && `${amount(capturedMinor)} is charged`,
    refundedMinor > 0 && `${amount(refundedMinor)} was given back`,
  ].filter((part) => part !== false)
  return `Money: ${parts.join(', ')}.`
}

const parcelWords = ({ parcel, carrier, handedOverAt }: ParcelFact): string =>
  handedOverAt === null
    ? `Parcel ${parcel} is packed and waits for ${carrier}.`
    : `Parcel ${parcel} is with ${carrier}.`
