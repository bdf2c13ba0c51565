-- CreateIndex
CREATE INDEX CONCURRENTLY "mail_created_at_idx" ON "mail"("created_at");
