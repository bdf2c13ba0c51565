import { json } from '@/app/answers'
import { methods } from '@/app/methods'

/** The process runs. */
export const { GET, POST, PUT, PATCH, DELETE } = methods({ GET: async () => json({ status: 'live' }) })
