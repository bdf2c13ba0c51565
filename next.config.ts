import type { NextConfig } from 'next'

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  // `npm run verify` checks types, with tsc and once.
  typescript: { ignoreBuildErrors: true },
  // One copy for the server's bundle and for Next's: pools, metrics and loggers have state.
  serverExternalPackages: [
    'pg',
    '@prisma/client',
    'prom-client',
    'pino',
    'nodemailer',
    'smtp-server',
    'better-auth',
    'inngest',
    // Reads the metrics of its fonts from its own folder.
    'pdfkit',
    '@opentelemetry/api',
  ],
}

export default config
