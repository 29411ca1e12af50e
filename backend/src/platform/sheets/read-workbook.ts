/** Reads an uploaded file into plain rows of raw cells, or says in a sentence why it cannot (读取表格文件). */
import { decodeText, parseTable } from './read-csv.js'
import { readXls } from './read-xls.js'
import { readXlsx } from './read-xlsx.js'
import { UnreadableSheet } from './unreadable-sheet.js'
import { defaultLimits, type ReadLimits, type Workbook } from './workbook.js'

const mib = 1024 * 1024

/**
 * Reads .xlsx, .xls (5.0–2003) or .csv by content, whatever the name says. Synchronous and CPU-bound: what a person
 * has uploaded is read by `readUploadedSheet`, in a thread with limits of time and memory, never here and now.
 * Throws only UnreadableSheet, whose code is one of `unreadableTexts`.
 */
export function readWorkbook(bytes: Buffer, fileName: string, limits: Partial<ReadLimits> = {}): Workbook {
  const all = { ...defaultLimits, ...limits }
  if (bytes.length === 0) throw new UnreadableSheet('sheets.empty', { fileName })
  if (bytes.length > all.fileBytes) {
    throw new UnreadableSheet('sheets.too_large', {
      fileName,
      sizeMib: Math.ceil(bytes.length / mib),
      limitMib: Math.floor(all.fileBytes / mib),
    })
  }
  const workbook = named(fileName, () => readByContent(bytes, fileName, all))
  if (workbook.sheets.every((sheet) => sheet.rows.length === 0))
    throw new UnreadableSheet('sheets.empty', { fileName })
  return workbook
}

/** The sentence may name the file; what throws deep inside does not know its name. */
function named<T>(fileName: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (error instanceof UnreadableSheet && error.params['fileName'] === undefined)
      throw new UnreadableSheet(error.code, { ...error.params, fileName })
    throw error
  }
}

function readByContent(bytes: Buffer, fileName: string, limits: ReadLimits): Workbook {
  const magic = bytes.subarray(0, 8).toString('hex')
  if (magic.startsWith('504b0304')) return readXlsx(bytes, fileName, limits)
  if (magic === 'd0cf11e0a1b11ae1') return readXls(bytes, fileName, limits)
  // An archive or compound file cut within its first bytes; pictures and PDFs decode as text but are no tables.
  if (bytes.length < 8 && ('504b0304'.startsWith(magic) || 'd0cf11e0a1b11ae1'.startsWith(magic)))
    throw new UnreadableSheet('sheets.truncated')
  if (magic.startsWith('504b') || magic.startsWith('25504446'))
    throw new UnreadableSheet('sheets.not_a_sheet')
  const text = decodeText(bytes, fileName)
  refuseDocuments(text.slice(0, 4000))
  const name = fileName.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '')
  const rows = parseTable(text, name, limits)
  return {
    fileName,
    kind: 'csv',
    date1904: false,
    sheets: [{ name, hidden: false, rows, lastRow: rows.at(-1)?.row ?? 0, merges: [] }],
  }
}

/** Many systems call a web page or an XML table .xls: it opens in a spreadsheet program, but is none until it is saved as one. */
function refuseDocuments(head: string): void {
  const start = head.trimStart().toLowerCase()
  if (/^(?:<!doctype\s{1,9}html|<html|<head|<body|<table|<meta|<div|<style|mime-version:)/.test(start))
    throw new UnreadableSheet('sheets.web_page')
  if (start.startsWith('<?xml') || start.startsWith('<workbook')) {
    if (start.includes('urn:schemas-microsoft-com:office:spreadsheet') || start.includes('excel.sheet'))
      throw new UnreadableSheet('sheets.xml_2003')
    throw new UnreadableSheet(start.includes('<html') ? 'sheets.web_page' : 'sheets.not_a_sheet')
  }
  if (/^(?:<svg|\{\\rtf)/.test(start)) throw new UnreadableSheet('sheets.not_a_sheet')
}
