import type { MailKind } from '../schema'

type Letter = {
  subject: string
  opening: string
  /** Above the items, where the mail names some. */
  items?: string
}
export type Phrases = {
  hello: string
  order: string
  total: string
  goesTo: string
  status: string
  parcel: string
  amount: string
  rest: string
  letters: Record<MailKind, Letter>
}

const ENGLISH: Phrases = {
  ...{
    hello: 'Hello',
    order: 'Order',
    total: 'Total',
    goesTo: 'It goes to:',
    parcel: 'Parcel',
    amount: 'Amount',
  },
  status: 'See how your order stands:',
  rest: 'The rest follows in another parcel.',
  letters: {
    'order-confirmation': {
      subject: 'Order {order} is placed',
      opening: 'Thank you. Your order is placed, your card is charged and your items are held for you.',
    },
    'order-delayed': {
      subject: 'Order {order} takes longer',
      opening:
        'Your order takes longer than we planned. It is not lost, nothing has to be done, and we write again when it leaves.',
    },
    'order-short': {
      subject: 'Order {order} comes without some items',
      opening:
        'Some items could not be found after all. Your order comes without them, and you do not pay for them.',
      items: 'Missing:',
    },
    'order-shipped': {
      subject: 'Order {order} is on its way',
      opening: 'Good news: a parcel of your order has left our house.',
      items: 'In this parcel:',
    },
    'order-refunded': {
      subject: 'Money back for order {order}',
      opening: 'We are giving you money back. It arrives on your card within a few days.',
    },
  },
}

const GERMAN: Phrases = {
  ...{
    hello: 'Hallo',
    order: 'Bestellung',
    total: 'Summe',
    goesTo: 'Sie geht an:',
    parcel: 'Paket',
    amount: 'Betrag',
  },
  status: 'So steht es um Ihre Bestellung:',
  rest: 'Der Rest folgt in einem weiteren Paket.',
  letters: {
    'order-confirmation': {
      subject: 'Bestellung {order} ist aufgegeben',
      opening:
        'Vielen Dank. Ihre Bestellung ist aufgegeben, Ihre Karte ist belastet und Ihre Artikel sind für Sie zurückgelegt.',
    },
    'order-delayed': {
      subject: 'Bestellung {order} dauert länger',
      opening:
        'Ihre Bestellung dauert länger als geplant. Sie ist nicht verloren, Sie müssen nichts tun, und wir schreiben wieder, sobald sie unterwegs ist.',
    },
    'order-short': {
      subject: 'Bestellung {order} kommt ohne einige Artikel',
      opening:
        'Einige Artikel waren doch nicht zu finden. Ihre Bestellung kommt ohne sie, und Sie bezahlen sie nicht.',
      items: 'Es fehlen:',
    },
    'order-shipped': {
      subject: 'Bestellung {order} ist unterwegs',
      opening: 'Gute Nachrichten: Ein Paket Ihrer Bestellung hat unser Haus verlassen.',
      items: 'In diesem Paket:',
    },
    'order-refunded': {
      subject: 'Geld zurück für Bestellung {order}',
      opening: 'Wir erstatten Ihnen Geld. Es ist in wenigen Tagen auf Ihrer Karte.',
    },
  },
}

const SPANISH: Phrases = {
  ...{
    hello: 'Hola',
    order: 'Pedido',
    total: 'Total',
    goesTo: 'Se envía a:',
    parcel: 'Paquete',
    amount: 'Importe',
  },
  status: 'Consulte cómo va su pedido:',
  rest: 'El resto llegará en otro paquete.',
  letters: {
    'order-confirmation': {
      subject: 'El pedido {order} está hecho',
      opening:
        'Gracias. Su pedido está hecho, el cargo en su tarjeta está autorizado y sus artículos están reservados para usted.',
    },
    'order-delayed': {
      subject: 'El pedido {order} tarda más',
      opening:
        'Su pedido tarda más de lo previsto. No se ha perdido, no tiene que hacer nada y le escribiremos cuando salga.',
    },
    'order-short': {
      subject: 'El pedido {order} llega sin algunos artículos',
      opening: 'No hemos encontrado algunos artículos. Su pedido llega sin ellos y no los paga.',
      items: 'Faltan:',
    },
    'order-shipped': {
      subject: 'El pedido {order} está en camino',
      opening: 'Buenas noticias: un paquete de su pedido ha salido de nuestra casa.',
      items: 'En este paquete:',
    },
    'order-refunded': {
      subject: 'Devolución de dinero del pedido {order}',
      opening: 'Le devolvemos dinero. Llegará a su tarjeta en unos días.',
    },
  },
}

/** The phrases of a BCP 47 language; English for a language that nobody has written yet. */
export function phrasesOf(locale: string): Phrases {
  const [language = ''] = locale.toLowerCase().split('-')
  if (language === 'de') return GERMAN
  return language === 'es' ? SPANISH : ENGLISH
}
