-- CreateIndex
CREATE INDEX "conveyor_box_part" ON "conveyor_box" USING GIN ("barcode" gin_trgm_ops);
