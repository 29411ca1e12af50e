import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import type { ReactNode } from 'react'
import {
  AdminContext,
  ListBase,
  memoryStore,
  RecordContextProvider,
  ResourceContextProvider,
  SimpleForm,
  TestMemoryRouter,
} from 'react-admin'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ApiError } from '../api/call'
import { createDataProvider } from '../api/dataProvider'
import { ActionBar } from './ActionBar'
import { BulkAct } from './BulkAct'
import { ErrorNotice } from './ErrorNotice'
import { createI18nProvider, explainWith } from './i18n'
import { choiceFilter } from './filters'
import { useAll } from './hooks'
import { LongWork } from './LongWork'
import { NameSearch } from './NameSearch'
import { Col, MoneyCol, OfficeTable } from './OfficeTable'
import { SavedFilters } from './SavedFilters'
import { meaningOf, StatusChip } from './StatusChip'
import { Timeline } from './Timeline'

const i18nProvider = createI18nProvider([])
const dataProvider = createDataProvider(explainWith((key, params) => i18nProvider.translate(key, params)))
type Answer = [status: number, body: unknown]
let answers: Record<string, Answer | Answer[]>
const asked: { method: string; path: string; body: unknown }[] = []

beforeEach(() => {
  answers = {}
  asked.length = 0
  vi.stubGlobal(
    'fetch',
    vi.fn(async (path: string, init: RequestInit) => {
      const key = `${init.method} ${path.split('?')[0]}`
      asked.push({
        method: init.method ?? '',
        path,
        body: typeof init.body === 'string' ? (JSON.parse(init.body) as unknown) : undefined,
      })
      const next = answers[key]
      const [status, body] = ((Array.isArray(next?.[0])
        ? next.length > 1
          ? (next as Answer[]).shift()
          : next[0]
        : next) as Answer) ?? [404, { code: 'not_found' }]
      return new Response(JSON.stringify(body), { status })
    }),
  )
})
afterEach(cleanup)

const show = (children: ReactNode) =>
  render(
    <TestMemoryRouter>
      <AdminContext i18nProvider={i18nProvider} dataProvider={dataProvider} store={memoryStore()}>
        {children}
      </AdminContext>
    </TestMemoryRouter>,
  )

describe('ActionBar', () => {
  const plan = { id: 9, status: 'submitted', actions: ['file', 'send-back'] }
  const bar = () =>
    show(
      <ResourceContextProvider value="plans">
        <RecordContextProvider value={plan}>
          <ActionBar />
        </RecordContextProvider>
      </ResourceContextProvider>,
    )
  it('shows exactly the events that are allowed, and what each will do', async () => {
    answers['POST /api/plans/9/file'] = [200, { ...plan, status: 'filed', actions: [] }]
    bar()
    expect(screen.getAllByRole('button').map((one) => one.textContent)).toEqual(['备案', '退回'])
    fireEvent.click(screen.getByRole('button', { name: '备案' }))
    fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: '备案' }))
    await waitFor(() => expect(asked).toContainEqual({ method: 'POST', path: '/api/plans/9/file', body: {} }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  })
  it('fills no button that only takes something back, and names a step as its state does', () => {
    const taken = { id: 9, status: 'draft', actions: ['withdraw'] }
    show(
      <ActionBar
        resource="plans"
        record={taken}
        events={{
          withdraw: { label: ({ status }) => (status === 'draft' ? 'ra.action.delete' : undefined) },
        }}
      />,
    )
    expect(screen.getByRole('button', { name: '删除' }).className).not.toContain('contained')
  })
  it('asks why before something is sent back', async () => {
    answers['POST /api/plans/9/send-back'] = [200, plan]
    bar()
    fireEvent.click(screen.getByRole('button', { name: '退回' }))
    const dialog = within(await screen.findByRole('dialog'))
    expect((dialog.getByRole('button', { name: '退回' }) as HTMLButtonElement).disabled).toBe(true)
    fireEvent.change(dialog.getByLabelText('说明原因'), { target: { value: ' 缺安全预案 ' } })
    fireEvent.click(dialog.getByRole('button', { name: '退回' }))
    await waitFor(() =>
      expect(asked).toContainEqual({
        method: 'POST',
        path: '/api/plans/9/send-back',
        body: { comment: '缺安全预案' },
      }),
    )
  })
  it('stays open and tells why when the server refuses', async () => {
    answers['POST /api/plans/9/file'] = [
      409,
      { code: 'state.conflict', message: '刚刚有人办理过。', requestId: 'r-1' },
    ]
    bar()
    fireEvent.click(screen.getByRole('button', { name: '备案' }))
    fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: '备案' }))
    await screen.findByText('刚刚有人办理过。')
    // What the person can mend needs no number.
    expect(screen.queryByText(/r-1/)).toBeNull()
  })
  it('gives the number to quote when the fault is ours', async () => {
    answers['POST /api/plans/9/file'] = [500, { code: 'internal', message: 'x', requestId: 'r-2' }]
    bar()
    fireEvent.click(screen.getByRole('button', { name: '备案' }))
    fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: '备案' }))
    expect(await screen.findByText(/r-2/)).toBeTruthy()
  })
})

const rows = [
  { id: 1, name: '一班', amountFen: 1_000_000 },
  { id: 2, name: '二班', amountFen: 2_000_050 },
]
const list = (children: ReactNode) =>
  show(
    <ListBase resource="allotments" perPage={25} exporter={false} disableSyncWithLocation>
      {children}
    </ListBase>,
  )

describe('lists', () => {
  it('adds up money under its column', async () => {
    answers['GET /api/allotments'] = [200, { items: rows, total: 2, page: 1, pageSize: 25 }]
    list(
      <OfficeTable totals={['amountFen']} rowClick={false}>
        <Col source="name" />
        <MoneyCol source="amountFen" />
        <Col label="备注" render={(row) => <i>{(row.name as string).length}</i>} />
      </OfficeTable>,
    )
    await screen.findByText('¥30,000.50')
    expect(screen.getByText('合计')).toBeTruthy()
  })
  it('prefers the sums of the server over all rows', async () => {
    answers['GET /api/allotments'] = [
      200,
      { items: rows, total: 90, page: 1, pageSize: 25, sums: { amountFen: 900_000_000 } },
    ]
    list(
      <OfficeTable totals={['amountFen']} rowClick={false}>
        <Col source="name" />
        <MoneyCol source="amountFen" />
      </OfficeTable>,
    )
    await screen.findByText('¥9,000,000.00')
  })
  it('adds nothing up where no row has a value', async () => {
    answers['GET /api/allotments'] = [
      200,
      { items: rows.map((row) => ({ ...row, amountFen: null })), total: 2, page: 1, pageSize: 25 },
    ]
    list(
      <OfficeTable totals={['amountFen']} rowClick={false}>
        <Col source="name" />
        <MoneyCol source="amountFen" />
      </OfficeTable>,
    )
    await screen.findByText(rows[0]!.name)
    expect(screen.queryByText('合计')).toBeNull()
  })
  it('does one act on all chosen rows and tells which were refused', async () => {
    answers['GET /api/allotments'] = [200, { items: rows, total: 2, page: 1, pageSize: 25 }]
    answers['POST /api/allotments/1/void'] = [200, rows[0]]
    answers['POST /api/allotments/2/void'] = [422, { code: 'funding.spent', message: '已有支出。' }]
    list(
      <OfficeTable
        rowClick={false}
        bulk={
          <BulkAct
            label="作废"
            consequence={(count) => `${count} 项将作废。`}
            act={(row) => dataProvider.act('allotments', row, 'void')}
          />
        }
      >
        <Col source="name" />
      </OfficeTable>,
    )
    fireEvent.click(await screen.findByRole('checkbox', { name: '全选' }))
    fireEvent.click(screen.getByRole('button', { name: '作废' }))
    await screen.findByText('2 项将作废。')
    fireEvent.click(screen.getByRole('button', { name: '作废（2 项）' }))
    await screen.findByText(/1 项已完成，1 项没有完成/)
    expect(screen.getByText(/二班：已有支出。/)).toBeTruthy()
  })
})

describe('rows and filters of lists', () => {
  it('opens a row by keyboard', async () => {
    answers['GET /api/allotments'] = [200, { items: rows, total: 2, page: 1, pageSize: 25 }]
    const opened = vi.fn(() => false as const)
    list(
      <OfficeTable rowClick={opened}>
        <Col source="name" />
      </OfficeTable>,
    )
    const row = (await screen.findByText('二班')).closest('tr')
    expect(row?.tabIndex).toBe(0)
    if (row) fireEvent.keyDown(row, { key: 'Enter' })
    await waitFor(() => expect(opened).toHaveBeenCalledWith(2, 'allotments', rows[1]))
  })
  it('keeps filters under a name', async () => {
    answers['GET /api/allotments'] = [200, { items: rows, total: 2, page: 1, pageSize: 25 }]
    show(
      <ListBase
        resource="allotments"
        exporter={false}
        disableSyncWithLocation
        filterDefaultValues={{ q: '班' }}
      >
        <SavedFilters />
      </ListBase>,
    )
    fireEvent.click(await screen.findByRole('button', { name: '常用筛选' }))
    fireEvent.click(await screen.findByText('保存现在的筛选…'))
    fireEvent.change(screen.getByLabelText('名称'), { target: { value: '我的班' } })
    fireEvent.click(screen.getByRole('button', { name: '保存' }))
    fireEvent.click(await screen.findByRole('button', { name: '常用筛选' }))
    await screen.findByText('我的班')
  })
})

describe('LongWork', () => {
  it('polls until the work is done and then says so', async () => {
    const job = { id: 5, kind: 'import', status: 'running', doneCount: 50, totalCount: 200, step: 'reading' }
    answers['GET /api/jobs/5'] = [
      [200, job],
      [200, { ...job, doneCount: 120 }],
      [200, { ...job, status: 'done', doneCount: 200 }],
    ]
    const done = vi.fn()
    show(<LongWork jobId={5} title="正在导入" onDone={done} />)
    await screen.findByText(/50 \/ 200/)
    expect(screen.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('25')
    await waitFor(() => expect(done).toHaveBeenCalledWith(expect.objectContaining({ doneCount: 200 })), {
      timeout: 4000,
    })
    expect(screen.queryByRole('progressbar')).toBeNull()
  })
  it('says why it failed', async () => {
    answers['GET /api/jobs/6'] = [
      200,
      {
        id: 6,
        kind: 'import',
        status: 'failed',
        doneCount: 0,
        totalCount: 0,
        errorCode: 'job.given_up',
        errorMessage: '任务几次都没能完成，已停止。请再试一次。',
      },
    ]
    show(<LongWork jobId={6} title="正在导入" />)
    await screen.findByText(/^任务几次都没能完成，已停止。/)
  })
})

describe('Timeline', () => {
  it('tells who moved it and why, the newest first', async () => {
    answers['GET /api/transitions'] = [
      200,
      [
        {
          id: 1,
          event: 'submit',
          fromState: 'draft',
          toState: 'submitted',
          actorName: '王校长',
          at: '2026-09-01T02:00:00Z',
          comment: null,
        },
        {
          id: 2,
          event: 'send-back',
          fromState: 'submitted',
          toState: 'sent_back',
          actorName: '李科长',
          at: '2026-09-02T02:00:00Z',
          comment: '缺安全预案',
        },
      ],
    ]
    show(<Timeline entity="plan" entityId={9} resource="plans" />)
    const items = await screen.findAllByRole('listitem')
    expect(items.map((item) => item.textContent)).toEqual([
      expect.stringContaining('李科长 · 2026-09-02 10:00'),
      expect.stringContaining('王校长'),
    ])
    expect(screen.getByText('“缺安全预案”')).toBeTruthy()
    expect(asked[0]?.path).toBe('/api/transitions?entity=plan&entityId=9')
  })
})

describe('words for states and refusals', () => {
  it.each([
    ['approved', 'done'],
    ['submitted', 'waiting'],
    ['failed', 'refused'],
    ['draft', 'draft'],
    ['unheard-of', 'info'],
  ])('%s means %s', (status, meaning) => expect(meaningOf(status)).toBe(meaning))
  it('approved is the end of a declaration, and not yet of a payment', () => {
    expect(meaningOf('approved', 'declarations')).toBe('done')
    expect(meaningOf('approved', 'payments')).toBe('waiting')
    expect(meaningOf('paid', 'payments')).toBe('done')
  })
  it('always say it in words', () => {
    show(<StatusChip status="failed" />)
    expect(screen.getByText('失败')).toBeTruthy()
  })
  it('are the sentence of the server, for whatever code', () => {
    show(
      <ErrorNotice error={new ApiError(422, { code: 'funding.never_heard', message: '超过到班经费。' })} />,
    )
    expect(screen.getByText('超过到班经费。')).toBeTruthy()
  })
  it('name each field with what the server said about it', () => {
    const fields = [{ field: 'name', code: 'not_found', message: '没有这所学校。' }]
    show(<ErrorNotice error={new ApiError(422, { code: 'request.invalid', message: '请看。', fields })} />)
    expect(screen.getByText('没有这所学校。')).toBeTruthy()
  })
  it.each([
    [0, {}, '连不上服务器。请检查网络后再试。'],
    [
      0,
      { code: 'client.unsure' },
      '连接中断，不知道是否已经保存。请保留这个页面，连上后再按一次；不会重复办理。',
    ],
    [413, {}, '文件或内容太大，服务器没有接收。'],
    [502, {}, '系统出错了，没有保存任何内容。请再试一次；若仍出错，请把编号告诉管理员。'],
  ])('are the own where nobody has said anything: %i %o', (status, problem, sentence) => {
    show(<ErrorNotice error={new ApiError(status, problem)} />)
    expect(screen.getByText(sentence)).toBeTruthy()
  })
})

it('a filter of years offers the years themselves, not keys without words', () => {
  const { input } = choiceFilter('fiscalYear', ['2026'], null)
  expect(input).toMatchObject({ props: { choices: [{ id: '2026', name: '2026' }] } })
})

describe('what may be chosen', () => {
  const funds = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, index) => ({ id: from + index, name: `资金${from + index}` }))
  function Funds() {
    const { data = [] } = useAll<{ id: number }>('funds', { sort: { field: 'id', order: 'ASC' } })
    return <p>{`共 ${data.length} 项`}</p>
  }
  it('is all that there is, however many pages that are', async () => {
    answers['GET /api/funds'] = [
      [200, { items: funds(1, 200), total: 203 }],
      [200, { items: funds(201, 203), total: 203 }],
    ]
    show(<Funds />)
    expect(await screen.findByText('共 203 项')).toBeTruthy()
    expect(asked.map(({ path }) => new URLSearchParams(path.split('?')[1]).get('page'))).toEqual(['1', '2'])
  })
  it('is more than the first twenty-five where it is searched by name', async () => {
    answers['GET /api/funds'] = [200, { items: funds(1, 60), total: 60 }]
    show(
      <SimpleForm toolbar={false}>
        <NameSearch source="fundId" reference="funds" />
      </SimpleForm>,
    )
    await waitFor(() => expect(asked.length).toBeGreaterThan(0))
    expect(new URLSearchParams(asked[0]!.path.split('?')[1]).get('pageSize')).toBe('200')
  })
})
