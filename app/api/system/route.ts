import { json } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { describeSystem } from '@/lib/system/describe-system'
import { showSystemOperation } from '../system-operations'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: door(showSystemOperation, async () => json(await describeSystem(new Date()))),
})
