/** The columns of a bank's file (回单列识别), as recognised or mapped by hand. */
import type { BankFormatOwner } from '../bank-formats/bank-formats.dto.js'

export class BankColumnOut {
  index!: number
  letter!: string
  title!: string
  field!: string | null
  samples!: string[]
}

export class BankSheetOut {
  sheet!: string
  status!: 'ready' | 'columns_missing' | 'no_header' | 'empty' | 'hidden'
  headerRow!: number | null
  columns!: BankColumnOut[]
  /** Groups of field names of which one is needed. */
  missing!: string[][]
}

export class BankFieldOut {
  name!: string
  titleZh!: string
  titleEn!: string
  isRequired!: boolean
}

/** How some lines were read, or what of them was left out. */
export class BankNoteOut {
  why!: string
  sentence!: string
  count!: number
}

/** The format by which a file was read. */
export class BankFileFormatOut {
  name!: string
  owner!: BankFormatOwner
}

export class BankColumnsOut {
  /** Whether lines can be read; where not, the columns wait to be mapped. */
  isReady!: boolean
  sheets!: BankSheetOut[]
  fields!: BankFieldOut[]
  notes!: BankNoteOut[]
  /** Null: none fits; by the usual titles, or as a person has said. */
  format!: BankFileFormatOut | null
  /** Sent along with the import: it is refused where the file would be read otherwise by now. */
  formatVersion!: string
}
