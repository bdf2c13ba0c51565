/** A file to be saved under its name, whatever a browser could make of its type. */
export function fileAnswer(file: {
  name: string
  contentType: string
  content: Uint8Array<ArrayBuffer>
}): Response {
  const { name, contentType, content } = file
  return new Response(content, {
    headers: {
      'content-type': contentType,
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}
