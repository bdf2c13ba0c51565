'use client'
import { createContext, type ReactNode, use } from 'react'
import { I18nProvider } from 'react-aria-components/I18nProvider'

/** How a site writes numbers and times; `renderedAtMs` is the server's clock when it drew the page. */
export type Locale = { locale: string; timeZone: string; renderedAtMs: number }

const LocaleContext = createContext<Locale>({ locale: 'en', timeZone: 'UTC', renderedAtMs: 0 })

export function LocaleProvider({ value, children }: { value: Locale; children: ReactNode }) {
  return (
    <LocaleContext value={value}>
      <I18nProvider locale={value.locale}>{children}</I18nProvider>
    </LocaleContext>
  )
}

export const useLocale = (): Locale => use(LocaleContext)
