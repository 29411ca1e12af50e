import { describe, expect, it } from 'vitest'
import { mapped } from './BankColumns'
import { columnsOf } from './SaveColumns'

const column = (index: number, field: string | null) => ({
  index,
  letter: 'A',
  title: 't',
  field,
  samples: [],
})
const sheet = (name: string, ...fields: (string | null)[]) => ({
  sheet: name,
  status: 'ready' as const,
  headerRow: 1,
  columns: fields.map((field, i) => column(i, field)),
  missing: [],
})

describe('mapping a column of a bank file', () => {
  it('gives the field to the column and takes it from the one that had it, in that sheet only', () => {
    const sheets = [sheet('a', 'reference', null, 'amountFen'), sheet('b', 'reference', null)]
    expect(mapped(sheets, 'a', 1, 'reference')).toEqual({
      a: { 0: null, 1: 'reference', 2: 'amountFen' },
      b: { 0: 'reference', 1: null },
    })
    expect(mapped(sheets, 'a', 2, null)).toEqual({
      a: { 0: 'reference', 1: null, 2: null },
      b: { 0: 'reference', 1: null },
    })
  })

  it('can be kept: the columns with a meaning and a title, of the first sheet that can be read', () => {
    const named = sheet('b', 'reference', null, 'amountFen')
    const untitled = { ...column(3, 'result'), title: '' }
    expect(
      columnsOf({
        sheets: [
          { ...sheet('a', 'payee'), status: 'columns_missing' },
          { ...named, columns: [...named.columns, untitled] },
        ],
      }),
    ).toEqual([
      { field: 'reference', title: 't' },
      { field: 'amountFen', title: 't' },
    ])
  })
})
