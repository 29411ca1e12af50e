import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { AdminContext, Form, SaveButton, required } from 'react-admin'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createI18nProvider } from './i18n'
import { FenInput, LocalDateInput, LocalTimeInput } from './inputs'

afterEach(cleanup)
const i18nProvider = createI18nProvider([])

function form(start: object) {
  const saved = vi.fn()
  render(
    <AdminContext i18nProvider={i18nProvider}>
      <Form defaultValues={start} onSubmit={saved}>
        <FenInput source="amountFen" label="金额" validate={required()} />
        <LocalDateInput source="startsOn" label="开始" />
        <LocalTimeInput source="endTime" label="下课" />
        <SaveButton alwaysEnable />
      </Form>
    </AdminContext>,
  )
  const type = (label: RegExp, text: string) => {
    const input = screen.getByLabelText(label)
    fireEvent.focus(input)
    fireEvent.change(input, { target: { value: text } })
    fireEvent.blur(input)
    return input as HTMLInputElement
  }
  const save = () => fireEvent.click(screen.getByRole('button', { name: '保存' }))
  const values = async () => {
    await waitFor(() => expect(saved).toHaveBeenCalled())
    return saved.mock.calls[0]?.[0] as unknown
  }
  return { type, save, saved, values }
}

describe('FenInput', () => {
  it('shows yuan and keeps fen', async () => {
    const { type, save, values } = form({ amountFen: 1_000_005 })
    expect((screen.getByLabelText(/金额/) as HTMLInputElement).value).toBe('10,000.05')
    const input = type(/金额/, '¥20,000.5')
    expect(input.value).toBe('20,000.50')
    save()
    expect(await values()).toMatchObject({ amountFen: 2_000_050 })
  })
  it('reads 4.35 as 435 fen, which floats do not', async () => {
    const { type, save, values } = form({})
    type(/金额/, '4.35')
    save()
    expect(await values()).toMatchObject({ amountFen: 435 })
  })
  it('refuses what is no money instead of saving the value of before', async () => {
    const { type, save, saved } = form({ amountFen: 100 })
    type(/金额/, '12.345')
    save()
    await screen.findByText(/请填金额/)
    expect(saved).not.toHaveBeenCalled()
  })
  it('can be required', async () => {
    const { type, save, saved } = form({ amountFen: 100 })
    type(/金额/, '')
    save()
    await screen.findByText('必填')
    expect(saved).not.toHaveBeenCalled()
  })
})

describe('dates and times', () => {
  it('are read as people type them', async () => {
    const { type, save, values } = form({ amountFen: 1 })
    expect(type(/开始/, '2026/9/1').value).toBe('2026-09-01')
    expect(type(/下课/, '1630').value).toBe('16:30')
    save()
    expect(await values()).toMatchObject({ startsOn: '2026-09-01', endTime: '16:30' })
  })
  it('refuse a day that does not exist', async () => {
    const { type, save, saved } = form({ amountFen: 1 })
    type(/开始/, '2026-02-30')
    save()
    await screen.findByText(/请填日期/)
    expect(saved).not.toHaveBeenCalled()
  })
  it('are picked from a month', async () => {
    const { save, values } = form({ amountFen: 1, startsOn: '2026-09-01' })
    fireEvent.click(screen.getByRole('button', { name: '打开日历' }))
    fireEvent.click(await screen.findByRole('button', { name: /2026-09-20/ }))
    await waitFor(() => expect((screen.getByLabelText(/开始/) as HTMLInputElement).value).toBe('2026-09-20'))
    save()
    expect(await values()).toMatchObject({ startsOn: '2026-09-20' })
  })
})
