import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { AdminContext, memoryStore, ResourceContextProvider, TestMemoryRouter, TextInput } from 'react-admin'
import { Route, Routes } from 'react-router'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createDataProvider } from '../api/dataProvider'
import { CreatePage, EditPage } from './FormPage'
import { createI18nProvider, explainWith } from './i18n'

const i18nProvider = createI18nProvider([])
const dataProvider = createDataProvider(explainWith((key, params) => i18nProvider.translate(key, params)))
const asked: { method: string; path: string; body: unknown }[] = []
let reply: (method: string, body: { revision?: number }) => [status: number, body: unknown]
let hold: Promise<void> | undefined

beforeEach(() => {
  asked.length = 0
  hold = undefined
  vi.stubGlobal(
    'fetch',
    vi.fn(async (path: string, init: RequestInit) => {
      const body = typeof init.body === 'string' ? (JSON.parse(init.body) as { revision?: number }) : {}
      const method = init.method ?? ''
      asked.push({ method, path, body })
      if (method !== 'GET') await hold
      const [status, answer] = reply(method, body)
      return new Response(JSON.stringify(answer), { status })
    }),
  )
})
afterEach(cleanup)

const show = (page: ReactNode, path: string) =>
  render(
    <TestMemoryRouter initialEntries={[path]}>
      <AdminContext i18nProvider={i18nProvider} dataProvider={dataProvider} store={memoryStore()}>
        <ResourceContextProvider value="payments">
          <Routes>
            <Route path="/payments/create" element={page} />
            <Route path="/payments/:id" element={page} />
            <Route path="*" element={<p>list</p>} />
          </Routes>
        </ResourceContextProvider>
      </AdminContext>
    </TestMemoryRouter>,
  )

const fields = (
  <>
    <TextInput source="payee" label="收款人" />
    <TextInput source="reason" label="事由" />
  </>
)
const type = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } })
const save = () => screen.getByRole<HTMLButtonElement>('button', { name: '保存' })
const writes = () => asked.filter(({ method }) => method !== 'GET')

describe('a new thing', () => {
  it('is made once, although the button is pressed twice', async () => {
    reply = () => [201, { id: 9 }]
    let go: () => void = () => undefined
    hold = new Promise((resolve) => (go = resolve))
    show(<CreatePage>{fields}</CreatePage>, '/payments/create')
    type('收款人', '晨光文具店')
    const button = save()
    fireEvent.click(button)
    fireEvent.click(button)
    await waitFor(() => expect(writes()).toHaveLength(1))
    expect(button.disabled).toBe(true)
    fireEvent.click(button)
    go()
    await screen.findByText('list')
    expect(writes()).toHaveLength(1)
  })
  it('may be pressed again after a refusal', async () => {
    reply = () => [422, { code: 'funding.spent', message: '已有支出。' }]
    show(<CreatePage>{fields}</CreatePage>, '/payments/create')
    type('收款人', '晨光文具店')
    fireEvent.click(save())
    await waitFor(() => expect(writes()).toHaveLength(1))
    await waitFor(() => expect(save().disabled).toBe(false))
    fireEvent.click(save())
    await waitFor(() => expect(writes()).toHaveLength(2))
  })
})

describe('a thing that somebody else has changed', () => {
  const payment = { id: 9, payee: '旧', reason: '旧事由', revision: 3 }
  const stale = {
    code: 'state.stale',
    params: { who: '李主任', at: '2026-09-01T02:00:00.000Z', event: 'edit', changed: 'reason,status' },
  }
  let now = payment

  it('is not overwritten: who, when, what; and what was typed stays while the rest is loaded', async () => {
    now = payment
    reply = (method, body) =>
      method === 'GET' ? [200, now] : body.revision === now.revision ? [200, now] : [409, stale]
    show(<EditPage>{fields}</EditPage>, '/payments/9')
    await screen.findByLabelText('收款人')
    type('收款人', '我填的')
    now = { ...payment, reason: '别人改的', revision: 4 }
    fireEvent.click(save())
    await screen.findByText(/李主任 在 2026-09-01 10:00 办理了“修改”/)
    expect(screen.getByText(/改动的内容：.*状态/)).toBeTruthy()
    expect(writes().at(-1)?.body).toEqual({ payee: '我填的', revision: 3 })

    fireEvent.click(screen.getByRole('button', { name: '载入新的内容' }))
    await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('事由').value).toBe('别人改的'))
    expect(screen.getByLabelText<HTMLInputElement>('收款人').value).toBe('我填的')
    fireEvent.click(save())
    await screen.findByText('list')
    expect(writes().at(-1)?.body).toEqual({ payee: '我填的', revision: 4 })
  })
})
