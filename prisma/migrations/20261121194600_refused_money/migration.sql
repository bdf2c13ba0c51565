-- CreateIndex
CREATE INDEX "payment_movement_refused" ON "payment_movement"("created_at") WHERE (state = 'refused');
