import { captureEpcisEventsEveryMinute } from './capture-epcis-events-every-minute'
import { captureEpcisEventsWhenDocumentIsAccepted } from './capture-epcis-events-when-document-is-accepted'
import { closeForgottenCountsEveryQuarterHour } from './close-forgotten-counts-every-quarter-hour'
import { foldStockLevelsEveryMinute } from './fold-stock-levels-every-minute'
import { forgetOldKeysEveryHour } from './forget-old-keys-every-hour'
import { forgetStockFilesEveryDay } from './forget-stock-files-every-day'
import { importStockWhenFileIsReceived } from './import-stock-when-file-is-received'
import { keepDeadLetterWhenFunctionFails } from './keep-dead-letter-when-function-fails'
import { notifyWarehouseWhenOrderIsPlaced } from './notify-warehouse-when-order-is-placed'
import { openCountWhenDiscrepancyIsFound } from './open-count-when-discrepancy-is-found'
import { oweAgainEveryQuarterHour } from './owe-again-every-quarter-hour'
import { refreshLowLevelsEveryHour } from './refresh-low-levels-every-hour'
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
  openCountWhenDiscrepancyIsFound,
  closeForgottenCountsEveryQuarterHour,
  importStockWhenFileIsReceived,
  forgetStockFilesEveryDay,
  foldStockLevelsEveryMinute,
  refreshLowLevelsEveryHour,
]
