/** Why a whole file cannot be read as a sheet, as a code with a sentence in Chinese and English. */

/** The sentences by code, with their {places}. */
export const unreadableTexts = {
  'sheets.empty': {
    zh: '文件“{fileName}”里没有内容。请确认选对了文件。',
    en: 'The file “{fileName}” has no content. Please check that it is the right one.',
  },
  'sheets.too_large': {
    zh: '文件有 {sizeMib} MB，超过 {limitMib} MB 的上限。请删去图片或按年级拆成几个文件。',
    en: 'The file has {sizeMib} MB; the limit is {limitMib} MB. Remove pictures or split it by grade.',
  },
  'sheets.truncated': {
    zh: '文件不完整或已损坏。请在表格软件中打开并另存一份，再重新上传。',
    en: 'The file is incomplete or damaged. Open it in a spreadsheet program, save a copy and upload that.',
  },
  'sheets.not_a_sheet': {
    zh: '“{fileName}”不是可读的表格。请使用 .xlsx、.xls 或 .csv 文件。',
    en: '“{fileName}” is not a sheet that can be read. Use an .xlsx, .xls or .csv file.',
  },
  'sheets.web_page': {
    zh: '“{fileName}”其实是一个网页（不少系统把网页导出为 .xls）。请用 Excel 或 WPS 打开它，另存为 .xlsx 后再上传。',
    en: '“{fileName}” is a web page (some systems export one and name it .xls). Open it in Excel or WPS, save it as .xlsx and upload that.',
  },
  'sheets.xml_2003': {
    zh: '“{fileName}”是“XML 表格 2003”格式。请用 Excel 或 WPS 打开它，另存为 .xlsx 后再上传。',
    en: '“{fileName}” is in the format “XML Spreadsheet 2003”. Open it in Excel or WPS, save it as .xlsx and upload that.',
  },
  'sheets.too_demanding': {
    zh: '读取文件用的时间或内存超过上限，已停止。请把需要的行复制到一个新表格再上传。',
    en: 'Reading the file took too much time or memory and was stopped. Copy the rows you need into a new file and upload that.',
  },
  'sheets.too_much_text': {
    zh: '单元格里的文字太多，已拒绝读取。请删去过长的内容，或拆成几个文件。',
    en: 'The cells hold too much text, and the file was refused. Remove what is too long, or split the file.',
  },
  'sheets.too_deep': {
    zh: '文件的结构不像表格软件写出的，已拒绝读取。请把需要的行复制到一个新表格再上传。',
    en: 'The file is not built as a spreadsheet program would, and was refused. Copy the rows you need into a new file and upload that.',
  },
  'sheets.encrypted': {
    zh: '文件设了打开密码。请在表格软件中去掉密码后再上传。',
    en: 'The file is protected by a password. Remove the password in a spreadsheet program and upload it again.',
  },
  'sheets.zip_bomb': {
    zh: '文件展开后过大，已拒绝读取。请把需要的行复制到一个新表格再上传。',
    en: 'The file unpacks to far too much and was refused. Copy the rows you need into a new file and upload that.',
  },
  'sheets.too_many_sheets': {
    zh: '工作表超过 {limit} 张。请拆成几个文件。',
    en: 'The file has more than {limit} sheets. Split it into several files.',
  },
  'sheets.too_many_rows': {
    zh: '有内容的行超过 {limit} 行。请拆成几个文件。',
    en: 'More than {limit} rows have content. Split the file.',
  },
  'sheets.too_many_columns': {
    zh: '工作表“{sheet}”在 {column} 列第 {row} 行还有内容，超过 {limit} 列的上限。请删去右侧多余的内容。',
    en: 'Sheet “{sheet}” has content as far as column {column}, row {row}; the limit is {limit} columns. Clear what stands to the right.',
  },
  'sheets.too_many_cells': {
    zh: '单元格超过 {limit} 个。请拆成几个文件，或删去多余的空白格式。',
    en: 'The file has more than {limit} cells. Split it, or clear formats from unused cells.',
  },
  'sheets.unknown_encoding': {
    zh: '文本文件的编码无法识别（应为 UTF-8、UTF-16 或 GB18030）。请另存为 .xlsx 再上传。',
    en: 'The text encoding is not known (UTF-8, UTF-16 or GB18030 expected). Save it as .xlsx and upload that.',
  },
  'sheets.unclosed_quote': {
    zh: '第 {row} 行起有一个没有结束的引号，文件可能不完整。请改正后再上传。',
    en: 'A quotation mark opened in row {row} is never closed; the file may be incomplete. Mend it and upload again.',
  },
} as const

export type UnreadableCode = keyof typeof unreadableTexts
export type SheetParams = Record<string, string | number | null>

/** Thrown for a whole file. Never carries a cell's content. */
export class UnreadableSheet extends Error {
  constructor(
    readonly code: UnreadableCode,
    readonly params: SheetParams = {},
  ) {
    super(code)
    this.name = 'UnreadableSheet'
  }
}
