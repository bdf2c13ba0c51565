import { z } from 'zod'

/** `system` follows the device. The choice is a cookie, so that the server draws the right one at once. */
export const themeSchema = z.enum(['system', 'light', 'dark']).catch('system')
export type Theme = z.infer<typeof themeSchema>

export const THEME_COOKIE = 'theme'
const YEAR_SECONDS = 365 * 24 * 60 * 60

/** What `<html data-theme>` says; absent lets the device decide. */
export const themeAttribute = (theme: Theme): 'light' | 'dark' | undefined =>
  theme === 'system' ? undefined : theme

/** Shows a theme now and keeps it on this device. */
export function chooseTheme(theme: Theme): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Firefox and Safari before 2025
  document.cookie = `${THEME_COOKIE}=${theme}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`
  const attribute = themeAttribute(theme)
  if (attribute) document.documentElement.dataset.theme = attribute
  else delete document.documentElement.dataset.theme
}
