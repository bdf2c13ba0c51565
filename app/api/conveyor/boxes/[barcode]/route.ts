import { json, notFound } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { findBox } from '@/lib/conveyor/queries'
import { normaliseLabel } from '@/lib/conveyor/rules/normalise-label'
import { showBoxOperation } from '../../../belt-screen-operations'
import { knownSite } from '../../../paging'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: door(showBoxOperation, async ({ caller, query, params }) => {
    const barcode = normaliseLabel(params.barcode ?? '')
    const box = await findBox(knownSite(caller, query.site), barcode)
    return json(box ?? notFound(`No box ${barcode} was announced or read.`))
  }),
})
