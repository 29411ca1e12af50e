import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createWorld, fetchFrom } from '../../test/mock-api.mjs'
import { ApiError, setApiLanguage } from './call'
import { changedFields, createDataProvider } from './dataProvider'

type Asked = { method: string; path: string; search: string; body: unknown }
let world: ReturnType<typeof createWorld>
const last = (): Asked => world.asked.at(-1) as unknown as Asked
const provider = createDataProvider()
const byName = { field: 'name', order: 'DESC' } as const

beforeEach(() => {
  world = createWorld()
  vi.stubGlobal('fetch', vi.fn(fetchFrom(world)))
})

describe('lists', () => {
  it('asks for a page, an order and filters', async () => {
    const { data, total } = await provider.getList('schools', {
      pagination: { page: 2, perPage: 10 },
      sort: byName,
      filter: { stage: 'primary', q: '', area: undefined },
    })
    expect(Object.fromEntries(new URLSearchParams(last().search))).toEqual({
      page: '2',
      pageSize: '10',
      sort: 'name',
      order: 'desc',
      stage: 'primary',
    })
    expect(data).toHaveLength(10)
    expect(total).toBe(30)
  })
  it('leaves the order to the server when none is asked for', async () => {
    await provider.getList('schools', {
      pagination: { page: 1, perPage: 25 },
      sort: { field: 'id', order: 'ASC' },
      filter: {},
    })
    expect(last().search).not.toContain('sort')
  })
  it('never asks for more than 200 rows', async () => {
    await provider.getList('schools', { pagination: { page: 1, perPage: 1000 }, sort: byName, filter: {} })
    expect(last().search).toContain('pageSize=200')
  })
  it('fetches many by ids, each once', async () => {
    const { data } = await provider.getMany('schools', { ids: [1, 2, 2] })
    expect(last().search).toBe('?ids=1%2C2&pageSize=200')
    expect(data.map((school) => school.id as number)).toEqual([1, 2])
  })
  it('splits very many ids into pages', async () => {
    await provider.getMany('schools', { ids: Array.from({ length: 450 }, (_, i) => i + 1) })
    expect(world.asked).toHaveLength(3)
  })
  it('asks for what belongs to another thing', async () => {
    const { total } = await provider.getManyReference('home-classes', {
      target: 'schoolId',
      id: 1,
      pagination: { page: 1, perPage: 25 },
      sort: { field: 'grade', order: 'ASC' },
      filter: {},
    })
    expect(last().search).toContain('schoolId=1')
    expect(total).toBe(24)
  })
})

describe('changes', () => {
  it('sends only what has changed', async () => {
    const before = { id: 1, name: '旧', lastLessonEndTime: '16:10', nested: { a: 1 } }
    await provider.update('schools', {
      id: 1,
      data: { ...before, name: '新', nested: { a: 1 } },
      previousData: before,
    })
    expect(last()).toMatchObject({ method: 'PATCH', path: '/schools/1', body: { name: '新' } })
  })
  it('sends nothing when nothing has changed', async () => {
    const before = { id: 1, name: '旧' }
    await expect(
      provider.update('schools', { id: 1, data: { ...before }, previousData: before }),
    ).resolves.toEqual({ data: before })
    expect(world.asked).toHaveLength(0)
  })
  it('knows emptied fields', () =>
    expect(changedFields({ id: 1, note: null }, { id: 1, note: 'x' })).toEqual({ note: null }))
  it('creates', async () => {
    const { data } = await provider.create('rooms', { data: { name: '画室' } })
    expect(last()).toMatchObject({ method: 'POST', path: '/rooms' })
    expect(data).toMatchObject({ name: '画室' })
  })
  it('says which revision was seen, in edits and in events', async () => {
    const before = { id: 1, name: '旧', revision: 4 }
    world['payments' as 'users'] = [before] as never
    await provider.update('payments', { id: 1, data: { name: '新' }, previousData: before }).catch(() => null)
    expect(last()).toMatchObject({ path: '/payments/1', body: { name: '新', revision: 4 } })
    await provider.act('payments', { ...before, revision: 5 }, 'submit', { comment: '好' }).catch(() => null)
    expect(last()).toMatchObject({ path: '/payments/1/submit', body: { comment: '好', revision: 5 } })
  })
  it('says nothing of revisions to what has none', async () => {
    const before = { id: 1, name: '旧', revision: 4 }
    await provider.update('schools', { id: 1, data: { name: '新' }, previousData: before })
    expect(last().body).toEqual({ name: '新' })
  })
  it('does events and any other call', async () => {
    await provider.act('users', 3, 'freeze', { comment: '离职' })
    expect(last()).toMatchObject({ method: 'POST', path: '/users/3/freeze', body: { comment: '离职' } })
    await expect(provider.call('GET', '/api/calendar-days?termId=2')).resolves.toHaveLength(144)
  })
})

describe('headers and refusals', () => {
  it('carries the CSRF header, the language and the cookie', async () => {
    setApiLanguage('en')
    await provider.getOne('schools', { id: 1 })
    setApiLanguage('zh')
    const init = vi.mocked(fetch).mock.calls[0]?.[1]
    expect(init).toMatchObject({
      credentials: 'same-origin',
      headers: { 'X-Kehou': '1', 'Accept-Language': 'en' },
    })
  })
  it('throws what the server said, explained', async () => {
    const explained = createDataProvider((error) => Object.assign(error, { message: `(${error.code})` }))
    const error: unknown = await explained.getOne('schools', { id: 999 }).catch((refusal: unknown) => refusal)
    expect(error).toBeInstanceOf(ApiError)
    expect(error).toMatchObject({
      status: 404,
      code: 'not_found',
      requestId: 'req-test',
      message: '(not_found)',
    })
  })
  it('hands the errors of fields to the form', async () => {
    const error: unknown = await provider
      .update('schools', { id: 1, data: { lastLessonEndTime: '99:99' }, previousData: {} as never })
      .catch((refusal: unknown) => refusal)
    expect(error).toMatchObject({
      status: 400,
      body: { errors: { lastLessonEndTime: '必须是时间，例如 16:30。' } },
    })
  })
  it('says when there is no connection', async () => {
    vi.stubGlobal(
      'fetch',
      vi.fn(() => Promise.reject(new TypeError('failed'))),
    )
    await expect(provider.getOne('schools', { id: 1 })).rejects.toMatchObject({
      status: 0,
      code: 'client.unreachable',
    })
  })
  it('survives an answer that is no JSON', async () => {
    vi.stubGlobal(
      'fetch',
      vi.fn(() => Promise.resolve(new Response('<html>', { status: 502 }))),
    )
    await expect(provider.getOne('schools', { id: 1 })).rejects.toMatchObject({
      status: 502,
      code: 'internal',
    })
  })
})
