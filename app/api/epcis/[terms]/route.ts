import { listTermsOperation } from '../../epcis-operations'
import { collection, nextPage, pageOf, viewerOf } from '../answers'
import { resource } from '../discovery'
import { epcisDoor } from '../epcis-door'
import { kindOf, pageOfTerms } from '../terms'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(
  {
    GET: epcisDoor(listTermsOperation, async ({ request, caller, params }) => {
      const { perPage, nextPageToken: after = '' } = pageOf(request)
      const found = await pageOfTerms(kindOf(params.terms), { after, limit: perPage + 1 }, viewerOf(caller))
      const shown = found.slice(0, perPage)
      return collection(shown, nextPage(request, found.length > perPage ? (shown.at(-1) ?? null) : null))
    }),
  },
  listTermsOperation,
)
