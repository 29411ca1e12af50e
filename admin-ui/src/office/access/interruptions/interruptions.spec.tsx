import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { useState } from 'react'
import { AdminContext, memoryStore, TestMemoryRouter } from 'react-admin'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { actor } from '../../../../test/mock-api.mjs'
import { createAuthProvider } from '../../../api/authProvider'
import { call, type ApiError } from '../../../api/call'
import { believe } from '../../../api/person'
import { createI18nProvider, explainWith } from '../../../shared/i18n'
import { access } from '../index'
import { Interruptions } from './Interruptions'

const i18nProvider = createI18nProvider([access.texts])
const explained = explainWith((key) => i18nProvider.translate(key))
type Reply = [status: number, body: object] | 'cut'
let replies: Record<string, Reply[]>
const sent: { method: string; path: string; key: string | undefined; body: string }[] = []

beforeEach(() => {
  replies = {}
  sent.length = 0
  vi.stubGlobal(
    'fetch',
    vi.fn(async (path: string, init: RequestInit) => {
      const method = init.method ?? 'GET'
      const headers = init.headers as Record<string, string>
      sent.push({ method, path, key: headers['Idempotency-Key'], body: String(init.body as string) })
      await Promise.resolve()
      const reply = replies[`${method} ${path}`]?.shift() ?? [200, actor]
      if (reply === 'cut') throw new TypeError('failed')
      return new Response(JSON.stringify(reply[1]), { status: reply[0] })
    }),
  )
})
afterEach(() => {
  cleanup()
  believe(null)
})

function Form() {
  const [said, say] = useState('')
  const save = () =>
    call('POST', '/api/payments', { payee: '晨光' }).then(
      () => say('saved'),
      (error: ApiError) => say(explained(error).message),
    )
  return (
    <>
      <input aria-label="payee" defaultValue="" />
      <button type="button" onClick={() => void save()}>
        save
      </button>
      <p>{said}</p>
    </>
  )
}

async function open() {
  render(
    <TestMemoryRouter>
      <AdminContext
        i18nProvider={i18nProvider}
        authProvider={createAuthProvider(() => undefined)}
        store={memoryStore()}
      >
        <Form />
        <Interruptions />
      </AdminContext>
    </TestMemoryRouter>,
  )
  await waitFor(() => expect(sent).toHaveLength(1))
  fireEvent.change(screen.getByLabelText('payee'), { target: { value: '晨光文具店' } })
}
const typed = () => screen.getByLabelText<HTMLInputElement>('payee').value
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
const signedOut: Reply = [401, { code: 'access.signed_out' }]
const otherTab = (newValue: string) =>
  window.dispatchEvent(new StorageEvent('storage', { key: 'kehou.person', newValue }))

describe('a session that ends while somebody is typing', () => {
  it('asks for the password and the code over the form, and saves what was pressed, once', async () => {
    replies = {
      'POST /api/payments': [signedOut, [201, { id: 1 }]],
      'POST /api/sign-in': [
        [401, { code: 'access.wrong_credentials', message: '用户名或密码不对。' }],
        [401, { code: 'access.code_needed' }],
        [200, actor],
      ],
    }
    await open()
    press('save')
    await screen.findByText('登录已过期，请再输一次密码')
    expect(typed()).toBe('晨光文具店')
    press('登录，接着办理')
    await screen.findByText('请填密码。')
    const password = () => screen.getByLabelText('密码')
    fireEvent.change(password(), { target: { value: 'wrong' } })
    press('登录，接着办理')
    await screen.findByText('用户名或密码不对。')
    fireEvent.change(password(), { target: { value: 'right' } })
    press('登录，接着办理')
    fireEvent.change(await screen.findByLabelText(/验证器/), { target: { value: '123456' } })
    press('登录，接着办理')
    await screen.findByText('saved')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    const saves = sent.filter(({ path }) => path === '/api/payments')
    expect(saves).toHaveLength(2)
    expect(saves[1]?.key).toBe(saves[0]?.key)
    expect(sent.filter(({ path, method }) => method === 'POST' && path === '/api/sign-in').at(-1)?.body).toBe(
      JSON.stringify({ username: 'admin', password: 'right', code: '123456' }),
    )
    expect(typed()).toBe('晨光文具店')
  })
  it('is kept alive by typing', async () => {
    const now = vi.spyOn(performance, 'now').mockReturnValue(0)
    await open()
    const before = sent.length
    now.mockReturnValue(4 * 60_000)
    fireEvent.input(screen.getByLabelText('payee'))
    expect(sent).toHaveLength(before)
    now.mockReturnValue(6 * 60_000)
    fireEvent.input(screen.getByLabelText('payee'))
    fireEvent.input(screen.getByLabelText('payee'))
    expect(sent).toHaveLength(before + 1)
    now.mockRestore()
  })
})

describe('another tab', () => {
  it('where somebody else signs in: said here, and the text stays', async () => {
    await open()
    otherTab('77 x')
    await screen.findByText('这个浏览器里现在登录的是另一个人')
    expect(screen.getByText(/以郭建军的身份打开/)).toBeTruthy()
    press('先留在这里，抄下内容')
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull())
    expect(typed()).toBe('晨光文具店')
  })
  it('where the same person signs out and in again: nothing is left to do', async () => {
    await open()
    otherTab('- x')
    await screen.findByText(/已在另一个标签页退出登录/)
    otherTab('1 y')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  })
  it('whose person the server knows: nothing is saved', async () => {
    replies = { 'POST /api/payments': [[409, { code: 'access.other_person', message: '另一个人' }]] }
    await open()
    press('save')
    await screen.findByText('这个浏览器里现在登录的是另一个人')
    expect(sent.filter(({ path }) => path === '/api/payments')).toHaveLength(1)
  })
})

describe('a connection that breaks off while saving', () => {
  it('is asked again by itself, under the same key', async () => {
    replies = { 'POST /api/payments': ['cut', [201, { id: 1 }]], 'GET /api/sign-in': [[200, actor], 'cut'] }
    await open()
    press('save')
    await screen.findByText('连接中断，不知道是否已经保存')
    await screen.findByText('还是连不上服务器。5 秒后再试。')
    press('现在再试')
    await screen.findByText('saved')
    const saves = sent.filter(({ path }) => path === '/api/payments')
    expect(saves.map(({ key }) => key)).toEqual([saves[0]?.key, saves[0]?.key])
  })
  it('may be left, and the page says how it stands', async () => {
    replies = { 'POST /api/payments': ['cut'], 'GET /api/sign-in': [[200, actor], 'cut'] }
    await open()
    press('save')
    await screen.findByText('连接中断，不知道是否已经保存')
    press('先不试')
    await screen.findByText(/不知道是否已经保存。请保留这个页面/)
    expect(typed()).toBe('晨光文具店')
  })
})
