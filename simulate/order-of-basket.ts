import type { Basket } from './draw-baskets'

const FIRST =
  'Ada,Ben,Chloe,Dan,Elena,Farid,Grace,Hugo,Ines,Jonas,Kira,Liam,Mina,Noah,Olga,Paul,Rosa,Sven,Tara,Umar'.split(
    ',',
  )
const LAST =
  'Abbott,Bauer,Castro,Dietz,Evans,Fischer,Garcia,Hahn,Ivanov,Jensen,Klein,Lopez,Meyer,Novak,Ortiz,Petrov'.split(
    ',',
  )
const CITIES = [
  ['Dayton', '45402'],
  ['Columbus', '43215'],
  ['Cincinnati', '45202'],
  ['Toledo', '43604'],
  ['Akron', '44308'],
] as const

const pick = <T>(from: readonly T[], number: number): T => from[number % from.length] as T

/**
 * A basket as the body of `POST /api/orders`, by an invented customer; the same number gives the same customer.
 * @param run goes into the e-mail address, so that a run can find its own orders and mails again
 */
export function orderOfBasket({ items }: Basket, number: number, site: string, run = 'demo') {
  const name = `${pick(FIRST, number)} ${pick(LAST, number * 7 + Math.floor(number / FIRST.length))}`
  const [city, postalCode] = pick(CITIES, number)
  return {
    site,
    customer: {
      name,
      email: `${name.toLowerCase().replace(' ', '.')}+${run}-${number}@example.com`,
      phone: `+1937555${String(number % 10_000).padStart(4, '0')}`,
    },
    shipTo: { line1: `${(number % 900) + 1} Main Street`, city, postalCode, country: 'US' },
    lines: items.map(([sku, quantity]) => ({ sku, quantity })),
    payment: { method: 'card' as const, token: 'tok_ok' },
  }
}
