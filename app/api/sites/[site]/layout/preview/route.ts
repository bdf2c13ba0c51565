import { json } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { previewLayout } from '@/lib/floor/preview-layout'
import { previewLayoutOperation } from '../../../../layout-operations'
import { layoutFile } from '../../../layout-file'
import { standingSite } from '../../../standing-site'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: door(previewLayoutOperation, async ({ request, caller, params, body }) => {
    const site = await standingSite(caller, params.site)
    return json(await previewLayout(site, layoutFile(request, body)))
  }),
})
