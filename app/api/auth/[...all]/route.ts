import { methods } from '@/app/methods'
import { auth } from '@/lib/platform/auth'

const answer = (request: Request): Promise<Response> => auth.handler(request)

export const { GET, POST, PUT, PATCH, DELETE } = methods({ GET: answer, POST: answer })
