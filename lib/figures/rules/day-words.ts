import type { DayQueue } from '../day-schema'

export type DayWords = {
  queues: Record<DayQueue, string>
  peak: (orders: string, times: string) => string
  behind: (queue: string, minutes: string) => string
  late: (queue: string, orders: string, minutes: string) => string
  alert: (message: string) => string
  calm: string
}

const ENGLISH: DayWords = {
  queues: {
    'confirmation-email': 'Confirmation mails',
    'warehouse-notification': 'Warehouse notices',
    recommendations: 'Recommendations',
    picking: 'Pick lists',
  },
  peak: (orders, times) => `${orders} orders, ${times}× the usual`,
  behind: (queue, minutes) => `${queue} fell ${minutes} min behind`,
  late: (queue, orders, minutes) => `${queue} late, up to ${orders} at once, ${minutes} min behind`,
  alert: (message) => `alert: ${message}`,
  calm: 'Nothing stood out: no quarter of an hour had twice the usual orders, no queue was late and no alert opened.',
}

const GERMAN: DayWords = {
  queues: {
    'confirmation-email': 'Bestellbestätigungen',
    'warehouse-notification': 'Lagermeldungen',
    recommendations: 'Empfehlungen',
    picking: 'Picklisten',
  },
  peak: (orders, times) => `${orders} Bestellungen, das ${times}-Fache des Üblichen`,
  behind: (queue, minutes) => `${queue} ${minutes} min im Rückstand`,
  late: (queue, orders, minutes) =>
    `${queue} verspätet, bis zu ${orders} auf einmal, ${minutes} min im Rückstand`,
  alert: (message) => `Alarm: ${message}`,
  calm: 'Nichts fiel auf: Keine Viertelstunde hatte doppelt so viele Bestellungen wie üblich, nichts war verspätet, und kein Alarm ging auf.',
}

const SPANISH: DayWords = {
  queues: {
    'confirmation-email': 'Correos de confirmación',
    'warehouse-notification': 'Avisos al almacén',
    recommendations: 'Recomendaciones',
    picking: 'Listas de picking',
  },
  peak: (orders, times) => `${orders} pedidos, ${times} veces lo habitual`,
  behind: (queue, minutes) => `${queue} con ${minutes} min de retraso`,
  late: (queue, orders, minutes) => `${queue} con retraso, hasta ${orders} a la vez, ${minutes} min`,
  alert: (message) => `alerta: ${message}`,
  calm: 'Nada destacó: ningún cuarto de hora tuvo el doble de pedidos de lo habitual nada se retrasó y no hubo alertas.',
}

/** One of a table of words by a BCP 47 language; English for a language that nobody has written yet. */
export function ofLanguage<Words>(locale: string, words: { en: Words; de: Words; es: Words }): Words {
  const [language = ''] = locale.toLowerCase().split('-')
  return language === 'de' ? words.de : language === 'es' ? words.es : words.en
}

export const dayWordsOf = (locale: string): DayWords =>
  ofLanguage(locale, { en: ENGLISH, de: GERMAN, es: SPANISH })
