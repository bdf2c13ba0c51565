-- CreateIndex
CREATE INDEX "webhook_delivery_of_event" ON "webhook_delivery"("row_id") WHERE (kind = 1);
