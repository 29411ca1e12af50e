import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { readRows } from '../../platform/sheets/read-rows.js'
import { readWorkbook } from '../../platform/sheets/read-workbook.js'
import { reasonSentence } from '../../platform/sheets/sheet-description.js'
import { countGuardians, studentsSheet } from './students.sheet.js'

const candidates = ['../../../../../shared/data', '../../../../../../shared/data'].map((path) => resolve(__dirname, path))
const folder = candidates.find((path) => existsSync(path))

describe.each(['roster-primary', 'roster-junior'])('%s', (name) => {
  if (!folder) {
    it.skip('SKIPPED: ../shared/data is not beside the checkout', () => {})
    return
  }
  const workbook = readWorkbook(readFileSync(`${folder}/${name}.xlsx`), `${name}.xlsx`)
  const expected = JSON.parse(readFileSync(`${folder}/${name}.expected.json`, 'utf8'))
  const result = readRows(workbook, studentsSheet, { todayOn: '2026-09-01' })

  it('agrees with the expected file to the row', () => {
    expect(result.refused.map(({ sheet, row, why }) => ({ sheet, row, why }))).toEqual(expected.refused)
    expect(result.rows).toHaveLength(expected.accepted)
    expect(countGuardians(result.rows.map((row) => row.values))).toBe(expected.guardians)
  })
  it('finds the classes', () => {
    const classes = new Map(result.rows.map(({ values: { className } }) => [className.name, className.grade * 100 + className.number]))
    expect([...classes].sort((a, b) => a[1] - b[1]).map(([className]) => className)).toEqual(expected.classes)
  })
  it('tells each refusal in words', () => {
    for (const refused of result.refused) {
      for (const reason of refused.reasons) {
        for (const language of ['zh', 'en'] as const) expect(reasonSentence(studentsSheet, reason, language)).not.toMatch(/[{}]|undefined|^$/)
      }
    }
  })
})
