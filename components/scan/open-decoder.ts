import type { DecodeAnswer, DecodeRequest } from './decode-worker'

/** Decodes what a video shows now: the scanned text, or null. */
export type Decoder = {
  decode: (video: HTMLVideoElement) => Promise<string | null>
  /** Addresses of what it was made of beyond this page. */
  files: readonly string[]
  close: () => void
}

/** What the browser's own detector must know to be as good as ours. */
const NEEDED = ['ean_13', 'ean_8', 'upc_a', 'upc_e', 'code_128', 'qr_code', 'data_matrix']
type Detector = { detect: (source: HTMLVideoElement) => Promise<{ rawValue: string }[]> }
type DetectorClass = {
  new (options: { formats: string[] }): Detector
  getSupportedFormats: () => Promise<string[]>
}

/** The browser's own detector where it has one that knows every symbol we use, else ZXing in a worker. */
export async function openDecoder(): Promise<Decoder> {
  return (await openDetector()) ?? (await openZxing())
}

async function openDetector(): Promise<Decoder | undefined> {
  const { BarcodeDetector } = globalThis as { BarcodeDetector?: DetectorClass }
  const known = (await BarcodeDetector?.getSupportedFormats().catch(() => [])) ?? []
  if (!BarcodeDetector || !NEEDED.every((format) => known.includes(format))) return undefined
  const detector = new BarcodeDetector({ formats: NEEDED })
  const decode = async (video: HTMLVideoElement) => (await detector.detect(video))[0]?.rawValue ?? null
  return { decode, files: [], close: () => {} }
}

async function openZxing(): Promise<Decoder> {
  const worker = new Worker(new URL('./decode-worker.ts', import.meta.url), { type: 'module' })
  const ask = (request: DecodeRequest, transfer: Transferable[] = []) =>
    new Promise<DecodeAnswer>((resolve, reject) => {
      worker.onerror = () => reject(new Error('the decoder could not be loaded'))
      worker.onmessage = ({ data }: MessageEvent<DecodeAnswer>) =>
        'failed' in data ? reject(new Error(data.failed)) : resolve(data)
      worker.postMessage(request, transfer)
    })
  // From our own origin, so that it is there without a network too.
  const wasmUrl = new URL('zxing-wasm/reader/zxing_reader.wasm', import.meta.url).href
  const ready = await ask({ wasmUrl })
  const canvas = document.createElement('canvas')
  const decode = async (video: HTMLVideoElement) => {
    const frame = frameOf(video, canvas)
    const answer = frame && (await ask({ frame }, [frame.data.buffer]))
    return answer && 'scanned' in answer ? answer.scanned : null
  }
  const files = 'files' in ready ? ready.files : []
  return { decode, files, close: () => worker.terminate() }
}

function frameOf(video: HTMLVideoElement, canvas: HTMLCanvasElement): ImageData | undefined {
  const { videoWidth: width, videoHeight: height } = video
  if (width === 0) return undefined
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height })
  const context = canvas.getContext('2d', { willReadFrequently: true })
  context?.drawImage(video, 0, 0, width, height)
  return context?.getImageData(0, 0, width, height)
}
