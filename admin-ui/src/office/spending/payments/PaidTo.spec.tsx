import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { AdminContext, Form, ResourceContextProvider, SaveButton, testDataProvider } from 'react-admin'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createI18nProvider } from '../../../shared/i18n'
import { spending } from '..'
import { PaidTo } from './PaidTo'

afterEach(cleanup)
const i18nProvider = createI18nProvider([spending.texts!])
const shop = { id: 7, name: '新华书店', accountLast4: '5566', bankName: '建设银行' }
const dataProvider = testDataProvider({
  getList: () => Promise.resolve({ data: [shop], total: 1 }) as never,
  getMany: () => Promise.resolve({ data: [shop] }) as never,
})

function form(start: object) {
  const saved = vi.fn()
  render(
    <AdminContext i18nProvider={i18nProvider} dataProvider={dataProvider}>
      <ResourceContextProvider value="payments">
        <Form defaultValues={start} onSubmit={saved}>
          <PaidTo schoolId={1} last4={null} />
          <SaveButton alwaysEnable />
        </Form>
      </ResourceContextProvider>
    </AdminContext>,
  )
  return { saved, save: () => fireEvent.click(screen.getByRole('button', { name: '保存' })) }
}

describe('PaidTo', () => {
  it('asks for one of the payees, and does not save without', async () => {
    const { saved, save } = form({})
    expect(screen.queryByLabelText(/收款人名称/)).toBeNull()
    save()
    await screen.findByText('必填')
    expect(saved).not.toHaveBeenCalled()
  })

  it('forgets who was chosen when somebody else is typed', async () => {
    const { saved, save } = form({ payeeId: 7 })
    fireEvent.click(screen.getByLabelText(/只付这一次/))
    fireEvent.change(await screen.findByLabelText(/收款人名称/), { target: { value: '任课教师' } })
    expect(screen.queryByRole('combobox', { name: /收款人/ })).toBeNull()
    save()
    await waitFor(() => expect(saved).toHaveBeenCalled())
    expect(saved.mock.calls[0]?.[0]).toMatchObject({ payeeId: null, payee: '任课教师' })
  })

  it('begins with what was typed before', () => {
    form({ payeeId: null, payee: '任课教师' })
    expect((screen.getByLabelText(/收款人名称/) as HTMLInputElement).value).toBe('任课教师')
  })
})
