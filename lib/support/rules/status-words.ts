import type { StatusPage } from '../schema'

type Words = {
  hello: string
  order: string
  goesTo: string
  items: string
  parcels: string
  steps: [string, string, string, string]
  standing: Record<StatusPage['status'], string>
  delayed: string
  refunded: string
  left: string
  waits: string
}

const ENGLISH: Words = {
  ...{ hello: 'Hello', order: 'Order', goesTo: 'It goes to', items: 'Items', parcels: 'Parcels' },
  steps: ['Placed', 'Picking', 'Packed', 'On its way'],
  standing: {
    confirming: 'We are waiting for your bank to confirm the card. Your items are held for you.',
    placed: 'Your order is placed, and your items are held for you.',
    picking: 'Your order is being picked.',
    packed: 'Your order is packed and waits for its carrier.',
    shipped: 'Your order is on its way.',
    cancelled: 'Your order is cancelled.',
    returned: 'Your order came back to us.',
    declined: 'The card was declined. Nothing was charged.',
    refused: 'Some items were not in stock. Nothing was charged.',
  },
  delayed: 'It takes longer than we planned. It is not lost.',
  refunded: 'Given back to your card:',
  left: 'left our house',
  waits: 'waits for the carrier',
}

const GERMAN: Words = {
  ...{ hello: 'Hallo', order: 'Bestellung', goesTo: 'Sie geht nach', items: 'Artikel', parcels: 'Pakete' },
  steps: ['Aufgegeben', 'Wird gepackt', 'Im Paket', 'Unterwegs'],
  standing: {
    confirming: 'Wir warten, dass Ihre Bank die Karte bestätigt. Ihre Artikel sind für Sie zurückgelegt.',
    placed: 'Ihre Bestellung ist aufgegeben, und Ihre Artikel sind für Sie zurückgelegt.',
    picking: 'Ihre Bestellung wird zusammengestellt.',
    packed: 'Ihre Bestellung ist gepackt und wartet auf den Paketdienst.',
    shipped: 'Ihre Bestellung ist unterwegs.',
    cancelled: 'Ihre Bestellung ist storniert.',
    returned: 'Ihre Bestellung ist zu uns zurückgekommen.',
    declined: 'Die Karte wurde abgelehnt. Es wurde nichts belastet.',
    refused: 'Einige Artikel waren nicht auf Lager. Es wurde nichts belastet.',
  },
  delayed: 'Sie dauert länger als geplant. Sie ist nicht verloren.',
  refunded: 'Auf Ihre Karte erstattet:',
  left: 'hat unser Haus verlassen',
  waits: 'wartet auf den Paketdienst',
}

const SPANISH: Words = {
  ...{ hello: 'Hola', order: 'Pedido', goesTo: 'Se envía a', items: 'Artículos', parcels: 'Paquetes' },
  steps: ['Hecho', 'En preparación', 'Empaquetado', 'En camino'],
  standing: {
    confirming: 'Esperamos a que su banco confirme la tarjeta. Sus artículos están reservados para usted.',
    placed: 'Su pedido está hecho y sus artículos están reservados para usted.',
    picking: 'Estamos preparando su pedido.',
    packed: 'Su pedido está empaquetado y espera al transportista.',
    shipped: 'Su pedido está en camino.',
    cancelled: 'Su pedido está cancelado.',
    returned: 'Su pedido ha vuelto a nosotros.',
    declined: 'La tarjeta fue rechazada. No se ha cobrado nada.',
    refused: 'Algunos artículos no estaban disponibles. No se ha cobrado nada.',
  },
  delayed: 'Tarda más de lo previsto. No se ha perdido.',
  refunded: 'Devuelto a su tarjeta:',
  left: 'ha salido de nuestra casa',
  waits: 'espera al transportista',
}

/** The words of the customer's page in a BCP 47 language; English where nobody has written it yet. */
export function statusWords(locale: string): Words & { language: string } {
  const [language = ''] = locale.toLowerCase().split('-')
  if (language === 'de') return { ...GERMAN, language }
  return language === 'es' ? { ...SPANISH, language } : { ...ENGLISH, language: 'en' }
}

const WAY: readonly string[] = ['placed', 'picking', 'packed', 'shipped']

/** How many of the four steps are reached; none of them by an order that is not placed or ended another way. */
export const stepsReached = (status: StatusPage['status']): number => WAY.indexOf(status) + 1
