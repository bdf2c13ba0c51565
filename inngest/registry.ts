import { captureEpcisEventsEveryMinute } from './capture-epcis-events-every-minute'
import { captureEpcisEventsWhenDocumentIsAccepted } from './capture-epcis-events-when-document-is-accepted'
import { forgetOldKeysEveryHour } from './forget-old-keys-every-hour'
import { keepDeadLetterWhenFunctionFails } from './keep-dead-letter-when-function-fails'
import { notifyWarehouseWhenOrderIsPlaced } from './notify-warehouse-when-order-is-placed'
import { oweAgainEveryQuarterHour } from './owe-again-every-quarter-hour'
import { sendConfirmationEmailWhenOrderIsPlaced } from './send-confirmation-email-when-order-is-placed'
import { settleOrderWhenPaymentIsUnresolved } from './settle-order-when-payment-is-unresolved'
import { settleOrdersEveryMinute } from './settle-orders-every-minute'
import { updateRecommendationsWhenOrderIsPlaced } from './update-recommendations-when-order-is-placed'

/** Everything the night shift does. */
export const functions = [
  sendConfirmationEmailWhenOrderIsPlaced,
  notifyWarehouseWhenOrderIsPlaced,
  updateRecommendationsWhenOrderIsPlaced,
  keepDeadLetterWhenFunctionFails,
  settleOrderWhenPaymentIsUnresolved,
  settleOrdersEveryMinute,
  oweAgainEveryQuarterHour,
  forgetOldKeysEveryHour,
  captureEpcisEventsWhenDocumentIsAccepted,
  captureEpcisEventsEveryMinute,
]
