import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import type { ComponentType } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { actor, createWorld, fetchFrom } from '../../test/mock-api.mjs'

let world: Omit<ReturnType<typeof createWorld>, 'signedIn'> & { signedIn: object | null }

beforeEach(() => {
  world = createWorld()
  vi.stubGlobal('fetch', vi.fn(fetchFrom(world)))
})
afterEach(() => {
  cleanup()
  vi.resetModules()
})

/** The office keeps who is signed in and where one is; each test opens it anew. */
async function open(hash = '#/') {
  window.location.hash = hash
  const { App } = (await import('./App')) as { App: ComponentType }
  render(<App />)
}

describe('the office', () => {
  it('opens with the sign-in page for a stranger, and with today after signing in', async () => {
    world.signedIn = null
    await open()
    fireEvent.change(await screen.findByLabelText('用户名'), { target: { value: 'admin' } })
    fireEvent.change(screen.getByLabelText('密码'), { target: { value: 'wrong' } })
    fireEvent.click(screen.getByRole('button', { name: '登录' }))
    await screen.findByText('用户名或密码不对。')
    fireEvent.change(screen.getByLabelText('密码'), { target: { value: 'right-password' } })
    fireEvent.click(screen.getByRole('button', { name: '登录' }))
    await screen.findByText('郭建军，您好')
    expect(document.documentElement.lang).toBe('zh-CN')
  })

  it('shows the schools, with the filters in the address', async () => {
    await open('#/schools')
    await screen.findByText('云冈区口泉乡中心小学', {}, { timeout: 10_000 })
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: '口泉' } })
    await waitFor(() => expect(decodeURIComponent(window.location.hash)).toContain('"q":"口泉"'), {
      timeout: 4000,
    })
    await waitFor(() => expect(window.location.hash).toContain('term=2'))
    await waitFor(() => expect(screen.queryByText('平城区第20小学')).toBeNull())
  })

  it('has a menu of only what is allowed', async () => {
    world.signedIn = { ...actor, permissions: ['school.read'] }
    await open()
    const menu = within(await screen.findByRole('navigation', { name: '菜单', hidden: true }))
    expect(menu.getByText('行政班')).toBeTruthy()
    expect(menu.queryByText('账号')).toBeNull()
  })

  it('asks for a new password first where that is due', async () => {
    world.signedIn = { ...actor, mustChangePassword: true }
    await open()
    await screen.findByText('第一次登录，请先换成自己的密码。')
    fireEvent.change(screen.getByLabelText(/现在的密码/), { target: { value: 'right-password' } })
    fireEvent.change(screen.getByLabelText(/^新密码/), { target: { value: 'short' } })
    fireEvent.change(screen.getByLabelText(/再填一次/), { target: { value: 'short' } })
    fireEvent.click(screen.getByRole('button', { name: '修改密码' }))
    await screen.findByText('新密码至少 10 位。')
    for (const label of [/^新密码/, /再填一次/])
      fireEvent.change(screen.getByLabelText(label), { target: { value: 'a long enough one' } })
    fireEvent.click(screen.getByRole('button', { name: '修改密码' }))
    await screen.findByText('郭建军，您好')
  })

  it('says so when there is no such page', async () => {
    await open('#/nowhere/at/all')
    await screen.findByText('回到今日')
  })

  it('resets a password and shows the new one once', async () => {
    await open('#/users/3/show')
    fireEvent.click(await screen.findByRole('button', { name: '重置密码' }, { timeout: 10_000 }))
    fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: '重置密码' }))
    expect((await screen.findByTestId('one-time-password')).textContent).toBe('h4n8-b2wd-6rsy')
  })

  it('speaks English when asked to', async () => {
    await open()
    fireEvent.click(await screen.findByRole('button', { name: '郭建军' }))
    fireEvent.click(await screen.findByText('English'))
    await screen.findByText('Hello, 郭建军')
    expect(document.documentElement.lang).toBe('en')
  })
})
