import { z } from 'zod'
import { notFound } from '@/app/answers'

/** The id that a path names; what is no id names nothing. */
export const moveId = (id = ''): string => (z.uuid().safeParse(id).success ? id : noMove(id))

export const noMove = (id = ''): never => notFound(`No move ${id} here.`)
