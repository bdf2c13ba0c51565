import { z } from 'zod'
import { notFound } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { findReportFile } from '@/lib/figures/list-shift-reports'
import { mayKnow } from '@/lib/sites/rules/may-enter'
import { fileAnswer } from '../../../file-answer'
import { showReportFileOperation } from '../../../report-operations'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: door(showReportFileOperation, async ({ caller, params }) => {
    const id = z.uuid().safeParse(params.id)
    const file = id.success ? await findReportFile(id.data) : null
    if (!file || !mayKnow(caller, file.site)) notFound(`No report ${params.id ?? ''}.`)
    return fileAnswer({ ...file, contentType: 'application/pdf' })
  }),
})
