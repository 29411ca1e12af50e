/** Fetches a file and hands it to the browser, telling how many bytes have come. */
import { send } from '../api/call'

const nameOf = (answer: Response, otherwise: string): string => {
  const header = answer.headers.get('content-disposition') ?? ''
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(header)?.[1]
  const plain = /filename="?([^";]+)"?/i.exec(header)?.[1]
  return encoded ? decodeURIComponent(encoded) : (plain ?? otherwise)
}

export async function readAll(answer: Response, onBytes: (bytes: number) => void): Promise<Blob> {
  const reader = answer.body?.getReader()
  if (!reader) return answer.blob()
  const parts: Uint8Array<ArrayBuffer>[] = []
  let bytes = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    parts.push(value)
    bytes += value.byteLength
    onBytes(bytes)
  }
  return new Blob(parts, { type: answer.headers.get('content-type') ?? '' })
}

export async function download(
  path: string,
  otherwise: string,
  onBytes: (bytes: number) => void = () => undefined,
  signal?: AbortSignal,
): Promise<void> {
  const answer = await send('GET', path, undefined, signal)
  const blob = await readAll(answer, onBytes)
  const address = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = address
  link.download = nameOf(answer, otherwise)
  document.body.append(link)
  link.click()
  link.remove()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}

/** 1536 → "1.5 KB" */
export function printBytes(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  const [unit, size] = bytes < 1024 * 1024 ? ['KB', 1024] : ['MB', 1024 * 1024]
  return `${(bytes / (size as number)).toFixed(1)} ${unit}`
}
