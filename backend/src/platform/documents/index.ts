export * from './paper.js'
export { type PaperFormat, sendPaper } from './send-paper.js'
export { writeDocx } from './write-docx.js'
export { writePdf } from './write-pdf.js'
