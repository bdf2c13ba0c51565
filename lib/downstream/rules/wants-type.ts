/** Whether a type is one of those wanted: named, or by its beginning (`stowline.orders.*`). */
export const wantsType = (wanted: readonly string[], type: string): boolean =>
  wanted.some((one) => one === type || (one.endsWith('*') && type.startsWith(one.slice(0, -1))))
