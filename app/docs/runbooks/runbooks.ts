import { beltRunbooks } from './belt-runbooks'
import { houseRunbooks } from './house-runbooks'
import { nightShiftRunbooks } from './night-shift-runbooks'
import type { Runbook } from './runbook'

/** Every runbook by the name that alerts know it by, in chapters. */
export const CHAPTERS: { title: string; runbooks: Record<string, Runbook> }[] = [
  { title: 'Deferred work and money', runbooks: nightShiftRunbooks },
  { title: 'The conveyor', runbooks: beltRunbooks },
  { title: 'The house', runbooks: houseRunbooks },
]

export const RUNBOOKS: Record<string, Runbook> = { ...nightShiftRunbooks, ...beltRunbooks, ...houseRunbooks }
