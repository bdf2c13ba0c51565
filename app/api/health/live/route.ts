import { json } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { showLiveOperation } from '../../public-operations'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: door(showLiveOperation, async () => json({ status: 'live' })),
})
