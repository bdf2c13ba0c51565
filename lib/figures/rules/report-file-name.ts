import type { ReportFacts } from '../report-schema'
import { dayOf } from './report-letter'

/** `shift-report-DEMO-1-2026-11-21-early.pdf`, with nothing in it that a file system minds. */
export const reportFileName = (facts: Pick<ReportFacts, 'from' | 'timeZone' | 'site' | 'shift'>): string =>
  `shift-report-${[facts.site, dayOf(facts), facts.shift.toLowerCase()].join('-').replace(/[^A-Za-z0-9-]+/g, '-')}.pdf`
