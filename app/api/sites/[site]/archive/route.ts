import { json } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { findArchive } from '@/lib/sites/find-archive'
import { setArchiveTerms } from '@/lib/sites/set-archive-terms'
import { setArchiveTermsOperation, showArchiveOperation } from '../../../archive-operations'
import { standingSite } from '../../standing-site'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: door(showArchiveOperation, async ({ caller, params }) =>
    json(await findArchive(await standingSite(caller, params.site))),
  ),
  PUT: door(setArchiveTermsOperation, async ({ caller, params, body, audit }) => {
    const siteId = await standingSite(caller, params.site)
    await setArchiveTerms(siteId, body)
    await audit({ subject: JSON.stringify(body), siteId })
    return json(await findArchive(siteId))
  }),
})
