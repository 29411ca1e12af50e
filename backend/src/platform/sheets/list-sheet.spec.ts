import { type ListSheet, listSheet, yesNo } from './list-sheet.js'

const lockers: ListSheet<{ name: string; isFree: boolean }> = {
  zh: '储物柜',
  en: 'Lockers',
  columns: [
    { zh: '名称', en: 'Name', width: 24, kind: 'text', of: ({ name }) => name },
    { zh: '空闲', en: 'Free', kind: 'text', of: ({ isFree }, language) => yesNo(isFree, language) },
  ],
}

it.each([
  ['zh', '储物柜', ['名称', '空闲'], ['甲', '是']],
  ['en', 'Lockers', ['Name', 'Free'], ['甲', 'yes']],
] as const)('a list is a sheet in the language %s', async (language, name, titles, row) => {
  const sheet = listSheet(lockers, language, [{ name: '甲', isFree: true }])
  expect([sheet.name, sheet.columns.map(({ title }) => title)]).toEqual([name, titles])
  expect(sheet.columns.map(({ width, kind }) => [width, kind])).toEqual([
    [24, 'text'],
    [undefined, 'text'],
  ])
  const rows = []
  for await (const cells of sheet.rows) rows.push(cells)
  expect(rows).toEqual([row])
})
