/** What specs of the bank's files do again and again: sent payments, lines of a file, its upload, what came of it. */
import { In } from 'typeorm'
import { Transition } from '../src/audit/index.js'
import type { Client, TestApp } from './app.js'
import { asIf } from './as-if.js'
import { allotted, type FundedSchool, fundedSchool, referenceOf, sentToBank } from './funding-world.js'

const titles = '业务参考号,金额,收款人,处理结果,交易日期,流水号,附言'

/** The classes of differences: how many, how many of them open, and how much. */
export const groupsOf = (statement: { groups: Record<string, string | number>[] }) =>
  statement.groups.map((each) => {
    const unknown = Number(each['unknownCount']) > 0 ? ` +${each['unknownCount']}?` : ''
    return `${each['class']} ${each['reason']} ${each['count']}/${each['openCount']} ${each['amountFen']}${unknown}`
  })

/** `app`: asked when it is used, since a spec starts its application later. */
export function bankWorld(app: () => TestApp) {
  const upload = async (client: Client, lines: string[], path = '/api/bank-returns') => {
    const answer = await client.upload(
      path,
      {},
      { name: '回单.csv', bytes: Buffer.from([titles, ...lines].join('\n')) },
    )
    if (answer.status !== 201) throw new Error(answer.text)
    return answer.body.id as number
  }
  const linesOf = async (client: Client, query: Record<string, string | number>) =>
    (await client.get('/api/bank-return-lines', { pageSize: 200, sort: 'id', ...query })).body.items as {
      id: number
      rowNumber: number
      outcome: string
      reason: string | null
      actions: string[]
    }[]
  const statementOf = async (client: Client, query: Record<string, string | number> = { month: '2026-11' }) =>
    (await client.get('/api/reconciliation-statement', query)).body
  const second = (funded: FundedSchool) =>
    app()
      .world.user('school_finance_officer', { school: funded.school })
      .then((user) => app().as(user))

  /** So many requests of 100 yuan, as if they had been sent to the bank on the 20th. */
  async function sent(count: number, funded?: FundedSchool, allotmentId?: number) {
    const own = funded ?? (await fundedSchool(app(), 1))
    const id = allotmentId ?? (await allotted(app(), own))[0]!
    const ids: number[] = []
    for (let i = 0; i < count; i += 1) ids.push(await sentToBank(own, { allotmentId: id, amountFen: 10_000 }))
    await asIf(
      app(),
      ids.map((each) => ({ entity: 'payment', id: each })),
      (tx) =>
        tx.update(
          Transition,
          { entity: 'payment', entityId: In(ids), event: 'check' },
          { at: new Date('2026-11-20T02:00:00Z') },
        ),
    )
    return { funded: own, ids, allotmentId: id }
  }
  const line = (
    id: number,
    change: Partial<Record<'yuan' | 'payee' | 'said' | 'on' | 'serial' | 'note', string>> = {},
  ) => {
    const { yuan, payee, said, on, serial, note } = {
      yuan: '100.00',
      payee: '材料店',
      said: '成功',
      on: '2026-11-25',
      serial: `N${id}`,
      note: '',
      ...change,
    }
    return [referenceOf(id), yuan, payee, said, on, serial, note].join(',')
  }

  return { upload, linesOf, statementOf, second, sent, line }
}
