-- CreateTable
CREATE TABLE "epcis_query" (
    "client_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "query" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "epcis_query_pkey" PRIMARY KEY ("client_id","name")
);
