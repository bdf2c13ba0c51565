/** The key of a delivery's dead letter: given up again, it is the same letter. */
export const letterKeyOf = (deliveryId: string): string => `webhook:delivery:${deliveryId}`
