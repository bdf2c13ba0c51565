import type { ReportFigure } from '../report-schema'
import { ofLanguage } from './day-words'

export type ReportWords = {
  title: string
  soFar: string
  written: string
  stoodOut: string
  figure: string
  value: string
  weekBefore: string
  change: string
  ordersChart: string
  expected: string
  planned: string
  backlogChart: string
  late: string
  picksChart: string
  alerts: string
  shorts: string
  stockOuts: string
  none: string
  still: string
  open: string
  attached: string
  page: string
  /** Below the last page, where a name holds letters that the paper's fonts lack. */
  letters: string
  figures: Record<ReportFigure, string>
}

const ENGLISH: ReportWords = {
  ...{ title: 'Shift report', soFar: 'so far', written: 'Written', stoodOut: 'What stood out' },
  ...{ figure: 'Figure', value: 'This shift', weekBefore: 'A week before', change: 'Change' },
  ...{
    ordersChart: 'Orders placed per 15 minutes',
    expected: 'line: the same hours a week before',
    planned: 'line: the plan',
  },
  ...{ backlogChart: 'Owed, the most in each 15 minutes', late: 'dark: of it late' },
  picksChart: 'Lines picked per 15 minutes',
  ...{
    alerts: 'Alerts',
    shorts: 'Short picks',
    stockOuts: 'Longest out of stock',
    none: 'None',
    still: 'still',
  },
  ...{ open: 'See the day minute by minute:', attached: 'The report with its charts is attached as a PDF.' },
  page: 'Page',
  letters:
    'Some names hold letters that this paper cannot draw: marks are left out, other scripts are “?”. The screens show them.',
  figures: {
    ...{ orders: 'Orders placed', units: 'Units ordered', lost: 'Refused, declined, cancelled' },
    ...{ lines: 'Lines picked', shorts: 'Lines picked short', packed: 'Parcels packed' },
    ...{ handedOver: 'Parcels handed over', lateMost: 'Late at once, the most of a queue', alerts: 'Alerts' },
    ...{ stockOuts: 'Items that ran out', scans: 'Belt scans', noReads: 'No reads' },
  },
}

const GERMAN: ReportWords = {
  ...{ title: 'Schichtbericht', soFar: 'bisher', written: 'Geschrieben', stoodOut: 'Was auffiel' },
  ...{ figure: 'Kennzahl', value: 'Diese Schicht', weekBefore: 'Woche davor', change: 'Änderung' },
  ...{
    ordersChart: 'Bestellungen je 15 Minuten',
    expected: 'Linie: dieselben Stunden eine Woche davor',
    planned: 'Linie: der Plan',
  },
  ...{ backlogChart: 'Offen, das Höchste je 15 Minuten', late: 'dunkel: davon verspätet' },
  picksChart: 'Gepickte Positionen je 15 Minuten',
  ...{ alerts: 'Alarme', shorts: 'Fehlmengen', stockOuts: 'Am längsten ausverkauft', none: 'Keine' },
  ...{ still: 'noch', open: 'Der Tag, Minute für Minute:' },
  attached: 'Der Bericht mit seinen Diagrammen liegt als PDF bei.',
  page: 'Seite',
  letters:
    'Manche Namen haben Buchstaben, die dieses Blatt nicht zeichnen kann: Zeichen fehlen, andere Schriften sind „?“. Die Bildschirme zeigen sie.',
  figures: {
    ...{ orders: 'Bestellungen', units: 'Bestellte Einheiten', lost: 'Abgelehnt oder storniert' },
    ...{ lines: 'Gepickte Positionen', shorts: 'Positionen mit Fehlmenge', packed: 'Gepackte Pakete' },
    ...{ handedOver: 'Übergebene Pakete', lateMost: 'Zugleich verspätet, höchstens', alerts: 'Alarme' },
    ...{ stockOuts: 'Ausverkaufte Artikel', scans: 'Scans am Band', noReads: 'Nicht gelesen' },
  },
}

const SPANISH: ReportWords = {
  ...{ title: 'Informe de turno', soFar: 'hasta ahora', written: 'Escrito', stoodOut: 'Lo que destacó' },
  ...{ figure: 'Indicador', value: 'Este turno', weekBefore: 'Semana anterior', change: 'Cambio' },
  ...{
    ordersChart: 'Pedidos cada 15 minutos',
    expected: 'línea: las mismas horas una semana antes',
    planned: 'línea: el plan',
  },
  ...{ backlogChart: 'Pendiente, el máximo cada 15 minutos', late: 'oscuro: con retraso' },
  picksChart: 'Líneas preparadas cada 15 minutos',
  ...{ alerts: 'Alertas', shorts: 'Faltas', stockOuts: 'Más tiempo sin existencias', none: 'Ninguna' },
  ...{ still: 'aún', open: 'El día minuto a minuto:' },
  attached: 'El informe con sus gráficos va adjunto en PDF.',
  page: 'Página',
  letters:
    'Algunos nombres tienen letras que esta hoja no puede dibujar: faltan signos, otras escrituras son «?». Las pantallas las muestran.',
  figures: {
    ...{ orders: 'Pedidos', units: 'Unidades pedidas', lost: 'Rechazados o cancelados' },
    ...{ lines: 'Líneas preparadas', shorts: 'Líneas con faltas', packed: 'Paquetes cerrados' },
    ...{ handedOver: 'Paquetes entregados', lateMost: 'Con retraso a la vez, máximo', alerts: 'Alertas' },
    ...{ stockOuts: 'Artículos agotados', scans: 'Lecturas en cinta', noReads: 'Sin lectura' },
  },
}

export const reportWordsOf = (locale: string): ReportWords =>
  ofLanguage(locale, { en: ENGLISH, de: GERMAN, es: SPANISH })
