const dates = new Map<string, Intl.DateTimeFormat>()
const numbers = new Map<string, Intl.NumberFormat>()

/**
 * The format of dates for a locale, as `Intl.DateTimeFormat` is made, but made once: to make one takes some fifty times as long
 * as to use it, and a page writes a hundred. Their number is bounded by the locales and zones of the sites.
 * @throws RangeError for a locale or a zone that does not exist
 */
export function dateFormat(locale: string, options: Intl.DateTimeFormatOptions = {}): Intl.DateTimeFormat {
  return once(dates, locale, options, () => new Intl.DateTimeFormat(locale, options))
}

/** The format of numbers for a locale, in the same way. @throws RangeError for a locale or currency that cannot be */
export function numberFormat(locale: string, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
  return once(numbers, locale, options, () => new Intl.NumberFormat(locale, options))
}

function once<Format>(
  made: Map<string, Format>,
  locale: string,
  options: object,
  make: () => Format,
): Format {
  const key = locale + JSON.stringify(options)
  const known = made.get(key)
  if (known) return known
  const format = make()
  made.set(key, format)
  return format
}
