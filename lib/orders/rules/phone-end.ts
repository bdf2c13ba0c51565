/** SQL for a telephone number's digits from its end, as the indexes of orders and their archive have it: only so is it looked up. */
export const phoneEnd = (phone: string): string => `reverse(regexp_replace(${phone}, '\\D', '', 'g'))`
