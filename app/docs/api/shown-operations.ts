import type { DescribedOperation, OpenApiDocument } from '@/app/api/openapi.json/document-types'

export type ShownOperation = { operation: DescribedOperation; method: string; path: string }

/** The operations of the document, each with its method and path. */
export const shownOperations = ({ paths }: OpenApiDocument): ShownOperation[] =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ operation, method: method.toUpperCase(), path })),
  )
