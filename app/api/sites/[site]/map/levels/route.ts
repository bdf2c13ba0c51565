import { jsonText } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { readBinLevels } from '@/lib/inventory/read-bin-levels'
import { showBinLevelsOperation } from '../../../../map-operations'
import { knownSite } from '../../../../paging'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: door(showBinLevelsOperation, async ({ caller, params }) =>
    jsonText(await readBinLevels(knownSite(caller, params.site ?? ''))),
  ),
})
