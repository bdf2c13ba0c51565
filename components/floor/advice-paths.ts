import { parseAsStringLiteral } from 'nuqs/server'
import { z } from 'zod'
import { moveStateSchema, slottingAdviceSchema } from '@/lib/picking/slotting-schema'

/** Which moves are shown. */
export const adviceSearch = { state: parseAsStringLiteral(moveStateSchema.options).withDefault('proposed') }

/** A query's answer is never nothing; that there is no advice yet is something. */
export const adviceAnswerSchema = z.preprocess(
  (answer) => ({ advice: answer }),
  z.object({ advice: slottingAdviceSchema.nullable() }),
)
export type AdviceAnswer = z.infer<typeof adviceAnswerSchema>

export const advicePath = (site: string): string => `/api/sites/${encodeURIComponent(site)}/slotting`
export const adviceMovePath = (site: string, id: string): string =>
  `${advicePath(site)}/moves/${encodeURIComponent(id)}`
