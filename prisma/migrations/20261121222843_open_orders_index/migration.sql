-- CreateIndex
CREATE INDEX "orders_open" ON "orders"("site_id", "placed_at") WHERE (status = 'placed' OR status = 'picking');
