import { json } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { sitesOf } from '@/lib/sites/rules/may-enter'
import { previewErasure } from '@/lib/support/preview-erasure'
import { previewErasureOperation } from '../../../data-operations'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: door(previewErasureOperation, async ({ caller, body }) =>
    json(await previewErasure({ email: body.email, siteIds: sitesOf(caller) })),
  ),
})
