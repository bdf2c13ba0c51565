import { z } from 'zod'
import { json, notFound } from '@/app/answers'
import { findCapture } from '@/lib/epcis/queries'
import { showCaptureOperation } from '../../../epcis-operations'
import { viewerOf } from '../../answers'
import { resource } from '../../discovery'
import { epcisDoor } from '../../epcis-door'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(
  {
    GET: epcisDoor(showCaptureOperation, async ({ caller, params }) => {
      const id = z.uuid().safeParse(params.captureId)
      const job = id.success ? await findCapture(id.data, viewerOf(caller)) : null
      return job ? json(job) : notFound('No such capture job.')
    }),
  },
  showCaptureOperation,
)
