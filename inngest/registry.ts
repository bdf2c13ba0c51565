import { adviseSlottingEveryNight } from './advise-slotting-every-night'
import { archiveClosedMonthsEveryNight } from './archive-closed-months-every-night'
import { askReconciliationEveryNight } from './ask-reconciliation-every-night'
import { beginPickingWhenTourBegins } from './begin-picking-when-tour-begins'
import { cancelBoxesEveryMinute } from './cancel-boxes-every-minute'
import { cancelBoxesWhenOrderIsCancelled } from './cancel-boxes-when-order-is-cancelled'
import { captureEpcisEventsEveryMinute } from './capture-epcis-events-every-minute'
import { captureEpcisEventsWhenDocumentIsAccepted } from './capture-epcis-events-when-document-is-accepted'
import { checkAuditLogEveryNight } from './check-audit-log-every-night'
import { closeForgottenCountsEveryQuarterHour } from './close-forgotten-counts-every-quarter-hour'
import { deliverWebhooksWhenEventsWait } from './deliver-webhooks-when-events-wait'
import { eraseOldPersonsEveryNight } from './erase-old-persons-every-night'
import { expectLostTotesEveryQuarterHour } from './expect-lost-totes-every-quarter-hour'
import { expectTotesWhenTourBegins } from './expect-totes-when-tour-begins'
import { feedWebhooksEveryMinute } from './feed-webhooks-every-minute'
import { findMissingBoxesEveryMinute } from './find-missing-boxes-every-minute'
import { foldDemandEveryQuarterHour } from './fold-demand-every-quarter-hour'
import { foldHoursEveryMinute } from './fold-hours-every-minute'
import { foldStockLevelsEveryMinute } from './fold-stock-levels-every-minute'
import { followOrdersEveryMinute } from './follow-orders-every-minute'
import { forecastDemandEveryNight } from './forecast-demand-every-night'
import { forgetCountedBasketsEveryDay } from './forget-counted-baskets-every-day'
import { forgetOldDecisionsEveryDay } from './forget-old-decisions-every-day'
import { forgetOldEventsEveryHour } from './forget-old-events-every-hour'
import { forgetOldFloorWorkEveryDay } from './forget-old-floor-work-every-day'
import { forgetOldKeysEveryHour } from './forget-old-keys-every-hour'
import { forgetOldRecordsEveryDay } from './forget-old-records-every-day'
import { forgetStockFilesEveryDay } from './forget-stock-files-every-day'
import { handOverParcelWhenItArrives } from './hand-over-parcel-when-it-arrives'
import { importStockWhenFileIsReceived } from './import-stock-when-file-is-received'
import { keepDeadLetterWhenFunctionFails } from './keep-dead-letter-when-function-fails'
import { matchReceiptsEveryMinute } from './match-receipts-every-minute'
import { notifyWarehouseWhenOrderIsPlaced } from './notify-warehouse-when-order-is-placed'
import { openOwedCountsEveryMinute } from './open-owed-counts-every-minute'
import { oweAgainEveryQuarterHour } from './owe-again-every-quarter-hour'
import { oweDeliveryAgainWhenRedriven } from './owe-delivery-again-when-redriven'
import { reRouteToursWhenFloorChanges } from './re-route-tours-when-floor-changes'
import { reconcilePaymentsWhenAsked } from './reconcile-payments-when-asked'
import { recordEventWhenRedriven } from './record-event-when-redriven'
import { recordReturnWhenGoodsComeBack } from './record-return-when-goods-come-back'
import { refreshLowLevelsEveryHour } from './refresh-low-levels-every-hour'
import { releaseExpiredStowsEveryFiveMinutes } from './release-expired-stows-every-five-minutes'
import { sendConfirmationEmailWhenOrderIsPlaced } from './send-confirmation-email-when-order-is-placed'
import { sendMailWhenOwed } from './send-mail-when-owed'
import { sendShiftReportWhenWritten } from './send-shift-report-when-written'
import { settleMovementWhenOwed } from './settle-movement-when-owed'
import { settleMovementsEveryMinute } from './settle-movements-every-minute'
import { settleOrderWhenPaymentIsUnresolved } from './settle-order-when-payment-is-unresolved'
import { settleOrdersEveryMinute } from './settle-orders-every-minute'
import { shipShortEveryMinute } from './ship-short-every-minute'
import { stopPickingWhenOrderIsCancelled } from './stop-picking-when-order-is-cancelled'
import { suggestReordersEveryNight } from './suggest-reorders-every-night'
import { sweepToursEveryMinute } from './sweep-tours-every-minute'
import { tellCustomerWhenOrderMoves } from './tell-customer-when-order-moves'
import { tellCustomersOfDelaysEveryMinute } from './tell-customers-of-delays-every-minute'
import { tellOwnerWhenWebhookIsDisabled } from './tell-owner-when-webhook-is-disabled'
import { updateRecommendationsWhenOrderIsPlaced } from './update-recommendations-when-order-is-placed'
import { writeShiftReportsEveryFiveMinutes } from './write-shift-reports-every-five-minutes'

/** Everything the night shift does. */
export const functions = [
  sendConfirmationEmailWhenOrderIsPlaced,
  notifyWarehouseWhenOrderIsPlaced,
  updateRecommendationsWhenOrderIsPlaced,
  sendMailWhenOwed,
  tellCustomerWhenOrderMoves,
  tellCustomersOfDelaysEveryMinute,
  keepDeadLetterWhenFunctionFails,
  recordEventWhenRedriven,
  settleOrderWhenPaymentIsUnresolved,
  settleOrdersEveryMinute,
  settleMovementWhenOwed,
  settleMovementsEveryMinute,
  askReconciliationEveryNight,
  reconcilePaymentsWhenAsked,
  oweAgainEveryQuarterHour,
  archiveClosedMonthsEveryNight,
  forgetOldKeysEveryHour,
  checkAuditLogEveryNight,
  forgetCountedBasketsEveryDay,
  captureEpcisEventsWhenDocumentIsAccepted,
  captureEpcisEventsEveryMinute,
  openOwedCountsEveryMinute,
  closeForgottenCountsEveryQuarterHour,
  importStockWhenFileIsReceived,
  forgetStockFilesEveryDay,
  eraseOldPersonsEveryNight,
  foldStockLevelsEveryMinute,
  refreshLowLevelsEveryHour,
  adviseSlottingEveryNight,
  foldDemandEveryQuarterHour,
  forecastDemandEveryNight,
  releaseExpiredStowsEveryFiveMinutes,
  deliverWebhooksWhenEventsWait,
  feedWebhooksEveryMinute,
  oweDeliveryAgainWhenRedriven,
  tellOwnerWhenWebhookIsDisabled,
  forgetOldEventsEveryHour,
  forgetOldDecisionsEveryDay,
  forgetOldFloorWorkEveryDay,
  forgetOldRecordsEveryDay,
  sweepToursEveryMinute,
  reRouteToursWhenFloorChanges,
  expectTotesWhenTourBegins,
  expectLostTotesEveryQuarterHour,
  cancelBoxesEveryMinute,
  findMissingBoxesEveryMinute,
  stopPickingWhenOrderIsCancelled,
  cancelBoxesWhenOrderIsCancelled,
  beginPickingWhenTourBegins,
  handOverParcelWhenItArrives,
  recordReturnWhenGoodsComeBack,
  shipShortEveryMinute,
  followOrdersEveryMinute,
  writeShiftReportsEveryFiveMinutes,
  sendShiftReportWhenWritten,
  foldHoursEveryMinute,
  suggestReordersEveryNight,
  matchReceiptsEveryMinute,
]
