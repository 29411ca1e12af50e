/** The columns of a bank's file (回单列识别), as recognised or mapped by hand. */
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

export class BankColumnsOut {
  /** Whether lines can be read; where not, the columns wait to be mapped. */
  isReady!: boolean
  sheets!: BankSheetOut[]
  fields!: BankFieldOut[]
  notes!: BankNoteOut[]
}
