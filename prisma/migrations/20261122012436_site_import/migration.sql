-- CreateTable
CREATE TABLE "site_import" (
    "archive_id" UUID NOT NULL,
    "site_id" TEXT NOT NULL,
    "imported_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "site_import_pkey" PRIMARY KEY ("archive_id")
);
