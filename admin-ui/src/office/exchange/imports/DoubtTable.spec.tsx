import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import type { ReactNode } from 'react'
import { TestTranslationProvider } from 'react-admin'
import { afterEach, expect, it, vi } from 'vitest'
import { zh } from './texts'
import { DoubtTable } from './DoubtTable'
import type { Doubt, ImportRun } from './import-run'
import { NoteList } from './NoteList'

afterEach(cleanup)

const doubt = (row: number, decision: Doubt['decision']): Doubt => ({
  sheet: '表',
  row,
  name: `壬${row}`,
  className: '一(1)班',
  knownNumber: 'L14****0243',
  knownClassName: '一(2)班',
  decision,
})
const run = {
  doubts: [doubt(2, null), doubt(3, null), doubt(4, 'other')],
  notes: [
    {
      why: 'left_out',
      sentence: '是固定电话。',
      count: 12,
      places: [
        { sheet: '表', row: 5 },
        { sheet: '表', row: 6 },
      ],
    },
  ],
} as unknown as ImportRun
/** The sentences of the office, filled in as it fills them. */
function translate(key: string, values: Record<string, unknown> = {}): string {
  const found = key.split('.').reduce<unknown>((words, part) => (words as Record<string, unknown>)?.[part], {
    ...zh,
    kit: { comma: '、' },
  })
  return (typeof found === 'string' ? found : key).replace(/%\{(\w+)\}/g, (_, name: string) =>
    String(values[name]),
  )
}
const shown = (what: ReactNode) =>
  render(<TestTranslationProvider translate={translate}>{what}</TestTranslationProvider>)

it('shows who may be the same and sends what a person says, row by row or for all that are open', () => {
  const onDecide = vi.fn()
  shown(<DoubtTable run={run} isBusy={false} onDecide={onDecide} />)
  expect(screen.getByText('壬2 · 一(2)班 · L14****0243')).toBeTruthy()
  fireEvent.click(screen.getAllByRole('button', { name: '不是，新增' })[0]!)
  expect(onDecide).toHaveBeenLastCalledWith([{ sheet: '表', row: 2, decision: 'other' }])
  expect(screen.getAllByRole('button', { pressed: true })).toHaveLength(1)
  fireEvent.click(screen.getByRole('button', { name: '其余 2 行都是同一个孩子' }))
  expect(onDecide).toHaveBeenLastCalledWith([
    { sheet: '表', row: 2, decision: 'same' },
    { sheet: '表', row: 3, decision: 'same' },
  ])
})

it('tells how rows were read, and where', () => {
  shown(<NoteList run={run} />)
  expect(screen.getByText('是固定电话。 （第 5、6 行等，共 12 行）')).toBeTruthy()
})
