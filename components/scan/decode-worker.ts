import { prepareZXingModule, type ReaderOptions, readBarcodes } from 'zxing-wasm/reader'

const OPTIONS: ReaderOptions = {
  formats: ['EAN13', 'EAN8', 'UPCA', 'UPCE', 'Code128', 'QRCode', 'DataMatrix', 'DataBar', 'DataBarExp'],
  maxNumberOfSymbols: 1,
  // Bytes of GS1 data as they are, separators and all.
  textMode: 'Plain',
}

/** What the page asks of the worker: where the decoder lies, then frame after frame. */
export type DecodeRequest = { wasmUrl: string } | { frame: ImageData }
/** First what the worker was made of, for a page that wants to keep it; then the text with its symbology identifier (ISO/IEC 15424), or null when the frame shows no barcode. */
export type DecodeAnswer = { files: string[] } | { scanned: string | null } | { failed: string }

const answer = (message: DecodeAnswer) => self.postMessage(message)

async function decode(frame: ImageData): Promise<DecodeAnswer> {
  const [found] = await readBarcodes(frame, OPTIONS)
  return { scanned: found ? found.symbologyIdentifier + found.text : null }
}

async function prepare(wasmUrl: string): Promise<DecodeAnswer> {
  await prepareZXingModule({ overrides: { locateFile: () => wasmUrl }, fireImmediately: true })
  const loaded = performance.getEntriesByType('resource').map(({ name }) => name)
  return { files: [self.location.href, wasmUrl, ...loaded] }
}

self.onmessage = ({ data }: MessageEvent<DecodeRequest>) => {
  const work = 'wasmUrl' in data ? prepare(data.wasmUrl) : decode(data.frame)
  work.then(answer, (error: unknown) => answer({ failed: String(error) }))
}
