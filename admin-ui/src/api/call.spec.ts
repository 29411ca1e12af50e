import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { call } from './call'
import { helpWith, type Helper } from './helper'
import { announce, believe, onOtherTab } from './person'

type Reply = { status?: number; body?: unknown; headers?: Record<string, string> } | 'cut'
interface Sent {
  method: string
  path: string
  key: string | undefined
  person: string | undefined
}

let replies: Reply[]
const sent: Sent[] = []
const help = {
  signIn: vi.fn(() => Promise.resolve()),
  unsure: vi.fn(() => Promise.resolve(true)),
  settled: vi.fn(),
  otherPerson: vi.fn(),
} satisfies Helper
let rest: () => void

beforeEach(() => {
  replies = []
  sent.length = 0
  for (const one of Object.values(help)) one.mockClear()
  rest = helpWith(help)
  believe(5)
  vi.stubGlobal(
    'fetch',
    vi.fn(async (path: string, init: RequestInit) => {
      const headers = init.headers as Record<string, string>
      sent.push({
        method: init.method ?? '',
        path,
        key: headers['Idempotency-Key'],
        person: headers['X-Kehou-User'],
      })
      await Promise.resolve()
      const reply = replies.shift() ?? {}
      if (reply === 'cut') throw new TypeError('failed')
      return new Response(JSON.stringify(reply.body ?? { id: 1 }), {
        status: reply.status ?? 200,
        headers: reply.headers ?? {},
      })
    }),
  )
})
afterEach(() => {
  rest()
  believe(null)
})

const keys = () => sent.map(({ key }) => key)

describe('one press', () => {
  it('is sent once, however often it is clicked while it is under way', async () => {
    const twice = [call('POST', '/api/payments', { a: 1 }), call('POST', '/api/payments', { a: 1 })]
    expect(await Promise.all(twice)).toEqual([{ id: 1 }, { id: 1 }])
    expect(sent).toHaveLength(1)
    expect(sent[0]?.key).toMatch(/^[\da-f]{32}$/)
  })
  it('has another key than the next press, and than other content', async () => {
    await call('POST', '/api/payments', { a: 1 })
    await call('POST', '/api/payments', { a: 1 })
    await call('POST', '/api/payments', { a: 2 })
    expect(new Set(keys()).size).toBe(3)
  })
  it('reading has no key', async () => {
    await call('GET', '/api/payments')
    expect(keys()).toEqual([undefined])
  })
  it('tells two files apart, and a file from itself not', async () => {
    const form = (name: string) => {
      const made = new FormData()
      made.append('file', new File(['x'], name, { lastModified: 1 }))
      return made
    }
    await Promise.all(['a.csv', 'a.csv', 'b.csv'].map((name) => call('POST', '/api/imports', form(name))))
    expect(sent).toHaveLength(2)
  })
})

describe('a connection that breaks off', () => {
  it('sends the same again under the same key, and tells that it had been saved', async () => {
    replies = ['cut', 'cut', { body: { id: 7 }, headers: { 'idempotency-replayed': 'true' } }]
    await expect(call('POST', '/api/payments', { a: 1 })).resolves.toEqual({ id: 7 })
    expect(new Set(keys()).size).toBe(1)
    expect(sent).toHaveLength(3)
    expect(help.settled).toHaveBeenCalledExactlyOnceWith('before')
  })
  it('tells that it is saved now, where the server was unsure', async () => {
    replies = [{ status: 503, body: { code: 'database.unsure' } }, { body: { id: 7 } }]
    await call('PATCH', '/api/payments/7', { a: 1 })
    expect(help.settled).toHaveBeenCalledExactlyOnceWith('now')
  })
  it('keeps the key for the next press when the person leaves it', async () => {
    help.unsure.mockResolvedValueOnce(false)
    replies = ['cut']
    await expect(call('POST', '/api/payments', { a: 1 })).rejects.toMatchObject({ code: 'client.unsure' })
    await call('POST', '/api/payments', { a: 1 })
    await call('POST', '/api/payments', { a: 1 })
    expect(keys()[1]).toBe(keys()[0])
    expect(keys()[2]).not.toBe(keys()[0])
  })
  it('reads what was made, where the first answer was not kept', async () => {
    replies = [
      'cut',
      { status: 409, body: { code: 'request.handled_already', params: { entity: 'payment', entityId: 9 } } },
      { body: { id: 9, status: 'draft' } },
    ]
    await expect(call('POST', '/api/payments', { a: 1 })).resolves.toEqual({ id: 9, status: 'draft' })
    expect(sent[2]).toMatchObject({ method: 'GET', path: '/api/payments/9' })
  })
  it('asks nothing about a refusal, nor when something could not be read', async () => {
    replies = [{ status: 422, body: { code: 'funding.spent' } }, 'cut']
    await expect(call('POST', '/api/payments', {})).rejects.toMatchObject({ code: 'funding.spent' })
    await expect(call('GET', '/api/payments')).rejects.toMatchObject({ code: 'client.unreachable' })
    expect(help.unsure).not.toHaveBeenCalled()
  })
})

describe('a session that ends', () => {
  it('is opened again, and the same is sent under the same key', async () => {
    replies = [{ status: 401, body: { code: 'access.signed_out' } }, { body: { id: 3 } }]
    await expect(call('POST', '/api/payments', { a: 1 })).resolves.toEqual({ id: 3 })
    expect(help.signIn).toHaveBeenCalledOnce()
    expect(keys()[1]).toBe(keys()[0])
  })
  it('is no interruption for somebody who has not been signed in', async () => {
    believe(null)
    replies = [{ status: 401, body: { code: 'access.signed_out' } }]
    await expect(call('GET', '/api/sign-in')).rejects.toMatchObject({ status: 401 })
    expect(help.signIn).not.toHaveBeenCalled()
  })
})

describe('whom a page believes', () => {
  it('is named with every request but at the door', async () => {
    await call('GET', '/api/payments')
    await call('POST', '/api/payments', {})
    await call('POST', '/api/sign-in', {})
    expect(sent.map(({ person }) => person)).toEqual(['5', '5', undefined])
  })
  it('is told when it is somebody else', async () => {
    replies = [{ status: 409, body: { code: 'access.other_person' } }]
    await expect(call('POST', '/api/payments', {})).rejects.toMatchObject({ code: 'access.other_person' })
    expect(help.otherPerson).toHaveBeenCalledOnce()
    expect(sent).toHaveLength(1)
  })
  it('is told to the other tabs', () => {
    const heard = vi.fn()
    const stop = onOtherTab(heard)
    const set = vi.spyOn(Storage.prototype, 'setItem')
    const tell = () =>
      window.dispatchEvent(
        new StorageEvent('storage', { key: 'kehou.person', newValue: set.mock.lastCall?.[1] ?? null }),
      )
    announce(8)
    tell()
    announce(null)
    tell()
    expect(heard.mock.calls).toEqual([[8], [null]])
    stop()
    tell()
    expect(heard).toHaveBeenCalledTimes(2)
  })
  it('survives a browser that keeps nothing', () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('no', 'SecurityError')
    })
    expect(() => announce(8)).not.toThrow()
  })
})
