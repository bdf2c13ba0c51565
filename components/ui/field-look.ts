/** Fields are 16 px on a phone, or it zooms into them. */
export const fieldLook =
  'min-h-11 w-full rounded-md border border-edge bg-surface text-[1rem] text-ink placeholder:text-ink-soft data-invalid:border-failed md:min-h-8 md:text-sm'
