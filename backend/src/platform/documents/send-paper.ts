/** Sends a paper as a download (下载公文), written in the request: it takes about a second at most. */
import { StreamableFile } from '@nestjs/common'
import { readable } from './arrange-paper.js'
import type { Paper } from './paper.js'
import { writeDocx } from './write-docx.js'
import { writePdf } from './write-pdf.js'

export type PaperFormat = 'docx' | 'pdf'

const formats = {
  docx: { write: writeDocx, type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
  pdf: { write: writePdf, type: 'application/pdf' },
}

/** `name` without extension, in any letters, without anything personal: it stands in download folders. */
export async function sendPaper(name: string, format: PaperFormat, paper: Paper): Promise<StreamableFile> {
  const { write, type } = formats[format]
  const bytes = await write(paper)
  return new StreamableFile(bytes, {
    type,
    length: bytes.length,
    disposition: disposition(`${name}.${format}`),
  })
}

/** Old readers take the plain name, all others the one of RFC 5987. */
export function disposition(name: string): string {
  const clean = readable(name).replace(/[/\\]/g, '_')
  const plain = clean.replace(/[^\w.() -]+/g, '_')
  const encoded = encodeURIComponent(clean).replace(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}
