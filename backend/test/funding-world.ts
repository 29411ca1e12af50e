/** A funded school for tests: its people, classes, fund and standard, and the steps of the chain in one call each. */
import type { User } from '../src/access/index.js'
import type { Fund } from '../src/funding/index.js'
import type { HomeClass, School } from '../src/organisation/index.js'
import type { Client, TestApp } from './app.js'

export interface FundedSchool {
  readonly school: School
  readonly fund: Fund
  readonly classes: HomeClass[]
  readonly officer: Client
  readonly principal: Client
  readonly education: Client
  readonly bureau: Client
  readonly finance: Client
  readonly educationUser: User
}

/** A primary school of so many classes, 10,000 yuan each, and one person for each step. */
export async function fundedSchool(test: TestApp, classCount = 2, fund?: Fund): Promise<FundedSchool> {
  const { world } = test
  const school = await world.school()
  const classes = []
  for (let number = 1; number <= classCount; number += 1) classes.push(await world.homeClass({ school, number }))
  const ownFund = fund ?? (await world.fund())
  if (!fund) await world.standard({ fund: ownFund })
  const educationUser = await world.user('education_finance_officer')
  return {
    school, fund: ownFund, classes, educationUser,
    officer: await test.as(await world.user('school_finance_officer', { school })),
    principal: await test.as(await world.user('principal', { school })),
    education: await test.as(educationUser),
    bureau: await test.as(await world.user('bureau_officer')),
    finance: await test.as(await world.user('finance_bureau_officer')),
  }
}

export async function approvedDeclaration(funded: FundedSchool, fiscalYear = 2026): Promise<number> {
  const created = await funded.officer.post('/api/declarations', { schoolId: funded.school.id, fundId: funded.fund.id, fiscalYear })
  const id = created.body.id as number
  await funded.officer.post(`/api/declarations/${id}/submit`)
  await funded.education.post(`/api/declarations/${id}/check`)
  const approved = await funded.finance.post(`/api/declarations/${id}/approve`)
  if (approved.status !== 200) throw new Error(`declaration was not approved: ${approved.text}`)
  return id
}

let documentCounter = 0

/** Drafts, signs and issues a notice for everything approved; answers the notice with its lines. */
export async function issuedNotice(funded: FundedSchool, fiscalYear = 2026): Promise<{ id: number; lines: { id: number; schoolId: number; amountFen: number }[] }> {
  const draft = await funded.education.post('/api/appropriations', { fundId: funded.fund.id, fiscalYear, title: '关于下达课后服务补助经费的通知' })
  const id = draft.body.id as number
  await funded.education.post(`/api/appropriations/${id}/submit`)
  await funded.bureau.post(`/api/appropriations/${id}/countersign`)
  documentCounter += 1
  const issued = await funded.finance.post(`/api/appropriations/${id}/issue`, { documentNumber: `同财教〔2026〕${documentCounter}号` })
  if (issued.status !== 200) throw new Error(`notice was not issued: ${issued.text}`)
  return issued.body as { id: number; lines: { id: number; schoolId: number; amountFen: number }[] }
}

/** The whole way to money standing on the classes; answers the allotments' ids in class order. */
export async function allotted(funded: FundedSchool): Promise<number[]> {
  await approvedDeclaration(funded)
  const notice = await issuedNotice(funded)
  const line = notice.lines.find((each) => each.schoolId === funded.school.id)!
  await funded.officer.post(`/api/receipts/${line.id}/receive`)
  const list = await funded.officer.get('/api/allotments', { schoolId: funded.school.id, sort: 'id' })
  return (list.body.items as { id: number }[]).map((item) => item.id)
}
