/** Whether this is an absolute URI (RFC 3986) or a compact one (`example:myField`), which looks the same. */
export function isUri(text: string): boolean {
  return /^[A-Za-z][A-Za-z0-9+.-]*:(?:[^\s<>"{}|\\^`%]|%[0-9A-Fa-f]{2})+$/.test(text)
}
