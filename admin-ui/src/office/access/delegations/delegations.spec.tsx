import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import type { ComponentType } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { actor, createWorld, fetchFrom } from '../../../../test/mock-api.mjs'
import { flatTexts } from '../../../shared/texts'
import { en, zh } from './texts'

const base = {
  fromUserId: 1,
  fromName: '石玉兰',
  toUserId: 2,
  toName: '贺志强',
  startsOn: '2026-11-20',
  endsOn: '2026-11-27',
  reason: '外出培训',
  revokedAt: null,
  createdAt: '2026-11-20T08:00:00.000Z',
}
const rows = [
  {
    ...base,
    id: 4,
    kind: 'given',
    permissions: ['payment.approve'],
    inForce: ['payment.approve'],
    status: 'in_force',
    actions: ['revoke'],
  },
  {
    ...base,
    id: 3,
    kind: 'received',
    permissions: ['plan.write', 'payment.request'],
    inForce: ['payment.request'],
    status: 'in_force',
    actions: [],
  },
  {
    ...base,
    id: 2,
    kind: 'received',
    fromName: '武永平',
    permissions: ['plan.review'],
    inForce: [],
    status: 'in_force',
    actions: [],
  },
  {
    ...base,
    id: 1,
    kind: 'given',
    toName: '严丽华',
    permissions: ['plan.write'],
    inForce: [],
    status: 'revoked',
    revokedAt: '2026-11-19T08:00:00.000Z',
    actions: [],
  },
]
const colleague = { id: 2, displayName: '贺志强', role: 'coordinator', permissions: ['plan.write'] }
const page = (items: object[]) => ({ items, total: items.length, page: 1, pageSize: 200 })
let world: ReturnType<typeof createWorld>
let sent: { path: string; body: unknown }[]

beforeEach(() => {
  world = createWorld()
  sent = []
  const otherwise = fetchFrom(world)
  vi.stubGlobal(
    'fetch',
    vi.fn((input: string, init?: RequestInit) => {
      const answers: [RegExp, unknown][] = [
        [
          /\/delegations\/choices/,
          { permissions: ['plan.write', 'payment.approve'], mostDays: 90, today: '2026-11-20' },
        ],
        [/\/delegations\/colleagues/, page([colleague])],
        [/\/delegations/, page(rows)],
      ]
      const found = answers.find(([address]) => address.test(input))
      if (!found) return otherwise(input, init as never)
      if (init?.method === 'POST')
        sent.push({ path: input, body: JSON.parse(init.body as string) as unknown })
      const answer = init?.method === 'POST' ? rows[0] : found[1]
      return Promise.resolve(
        new Response(JSON.stringify(answer), { headers: { 'content-type': 'application/json' } }),
      )
    }),
  )
})
afterEach(() => {
  cleanup()
  localStorage.clear()
  vi.resetModules()
})

async function open(hash: string, permissions = ['school.read', 'delegation.write']) {
  ;(world as { signedIn: object }).signedIn = { ...actor, permissions }
  window.location.hash = hash
  const { App } = (await import('../../App')) as { App: ComponentType }
  render(<App />)
}
const slow = { timeout: 15_000 }

describe('delegation', () => {
  it('has a sentence for everything that some event needs and that can be delegated', () => {
    const states = readFileSync(join(import.meta.dirname, '../../../../../docs/generated/states.md'), 'utf8')
    const needed = new Set(
      [...states.matchAll(/\| `(\w+\.\w+)` \|/g)]
        .map((match) => match[1] ?? '')
        .filter((permission) => !permission.startsWith('substitution.')),
    )
    // Entering a finding is no step of it, yet it can be delegated, since whoever may edit it may.
    needed.add('finding.enter')
    expect(needed.size).toBeGreaterThan(10)
    expect(Object.keys(flatTexts(zh.delegations.can)).sort()).toEqual([...needed].sort())
    expect(Object.keys(flatTexts(en.delegations.can)).sort()).toEqual([...needed].sort())
  })

  it('shows for whom one may act, who acts for one, and what has no effect', async () => {
    await open('#/delegations')
    const received = within(await screen.findByRole('list', { name: '我可以代谁办理' }, slow))
    expect(received.getByText('代石玉兰')).toBeTruthy()
    expect(received.getByText('编写、提交一校一案')).toBeTruthy()
    expect(received.getByText(/^现在代办的只有：提出支付申请。/)).toBeTruthy()
    expect(received.getByText(/^现在不起作用/)).toBeTruthy()
    expect(received.queryByRole('button', { name: '收回' })).toBeNull()
    const given = within(screen.getByRole('list', { name: '我授权了谁' }))
    expect(given.queryByText('给严丽华')).toBeNull()
    fireEvent.click(screen.getByLabelText('也显示已到期和已收回的'))
    expect(within(screen.getByRole('list', { name: '我授权了谁' })).getByText('给严丽华')).toBeTruthy()
  })

  it('is revoked after a word on what that means', async () => {
    await open('#/delegations')
    fireEvent.click(await screen.findByRole('button', { name: '收回' }, slow))
    const dialog = within(screen.getByRole('dialog'))
    expect(dialog.getByText('贺志强马上不能再代您办理。已经办完的事不变，记录保留。')).toBeTruthy()
    expect(sent).toEqual([])
    fireEvent.click(dialog.getByRole('button', { name: '收回' }))
    await waitFor(() => expect(sent).toEqual([{ path: '/api/delegations/4/revoke', body: {} }]))
  })

  it('is not offered to who may only receive', async () => {
    await open('#/delegations', ['school.read'])
    await screen.findByRole('list', { name: '我可以代谁办理' }, slow)
    expect(screen.queryByRole('link', { name: '新的授权' })).toBeNull()
    expect(screen.queryByText('我授权了谁')).toBeNull()
  })

  it('is given with a form that says what the colleague may do anyway', async () => {
    await open('#/delegations/new')
    fireEvent.mouseDown(await screen.findByLabelText(/授权给谁/, {}, slow))
    fireEvent.click(await screen.findByRole('option', { name: '贺志强 · 课后服务管理员' }, slow))
    fireEvent.click(screen.getByLabelText('编写、提交一校一案'))
    await screen.findByText(/^贺志强本来就可以办理：编写、提交一校一案。/, {}, slow)
    fireEvent.click(screen.getByLabelText('批准或不批准支付申请'))
    fireEvent.click(screen.getByRole('button', { name: '保存' }))
    await screen.findByText('有 2 处需要修改：')
    fireEvent.change(screen.getByLabelText(/到哪天止/), { target: { value: '2026-11-27' } })
    fireEvent.change(screen.getByLabelText(/原因/), { target: { value: '外出培训' } })
    fireEvent.click(screen.getByRole('button', { name: '保存' }))
    await waitFor(() =>
      expect(sent).toEqual([
        {
          path: '/api/delegations',
          body: {
            toUserId: 2,
            permissions: ['plan.write', 'payment.approve'],
            startsOn: '2026-11-20',
            endsOn: '2026-11-27',
            reason: '外出培训',
          },
        },
      ]),
    )
    await waitFor(() => expect(window.location.hash).toMatch(/^#\/delegations(\?|$)/))
  })
})
