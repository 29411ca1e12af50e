import { createTheme, ThemeProvider } from '@mui/material/styles'
import { cleanup, render, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { FigureTable } from './FigureTable'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

function shown(head: string[], cells: string[], isPhone: boolean) {
  vi.stubGlobal('matchMedia', (query: string) => ({
    matches: isPhone && query.includes('max-width'),
    media: query,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }))
  render(
    <ThemeProvider theme={createTheme()}>
      <FigureTable
        caption="各班金额"
        head={head}
        rows={[{ key: 1, cells }]}
        foot={['合计', '', '', '¥9.00']}
      />
    </ThemeProvider>,
  )
}

describe('FigureTable', () => {
  const head = ['班级', '预留', '支出', '剩余']

  it('has columns where there is room for them', () => {
    shown(head, ['一(1)班', '¥1.00', '', '¥3.00'], false)
    expect(screen.getAllByRole('columnheader').map((each) => each.textContent)).toEqual(head)
    expect(screen.queryByRole('list')).toBeNull()
  })

  it('stands row under row on a phone, each figure with the name of its column, and nothing where there is none', () => {
    shown(head, ['一(1)班', '¥1.00', '', '¥3.00'], true)
    expect(screen.queryByRole('table')).toBeNull()
    const [row, sum] = within(screen.getByRole('list', { name: '各班金额' })).getAllByRole('listitem')
    expect(row!.textContent).toBe('一(1)班预留¥1.00剩余¥3.00')
    expect(sum!.textContent).toBe('合计剩余¥9.00')
  })

  it('keeps its columns on a phone where they are few', () => {
    shown(['科目', '借方', '贷方'], ['E542', '¥1.00', '¥2.00'], true)
    expect(screen.getAllByRole('columnheader')).toHaveLength(3)
  })
})
