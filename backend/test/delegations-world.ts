/** Colleagues of one school who let each other act in their place. */
import type { User } from '../src/access/index.js'
import type { Client, TestApp } from './app.js'

/** A principal, a finance officer and a coordinator of one school; the first two signed in. */
export async function staff(test: TestApp): Promise<{
  school: Awaited<ReturnType<TestApp['world']['school']>>
  principal: User
  officer: User
  coordinator: User
  principals: Client
  officers: Client
}> {
  const school = await test.world.school()
  const [principal, officer, coordinator] = [
    await test.world.user('principal', { school }),
    await test.world.user('school_finance_officer', { school }),
    await test.world.user('coordinator', { school }),
  ]
  return {
    school,
    principal,
    officer,
    coordinator,
    principals: await test.as(principal),
    officers: await test.as(officer),
  }
}

/** What is sent to give a delegation. */
export const delegationTo = (to: User, overrides: object = {}) => ({
  toUserId: to.id,
  permissions: ['payment.approve'],
  startsOn: '2026-11-20',
  endsOn: '2026-11-27',
  reason: '外出培训',
  ...overrides,
})

/** What the person may do now. */
export const permissionsOf = async (client: Client) =>
  (await client.get('/api/sign-in')).body.permissions as string[]

/** How giving it is answered: the status, and the code of a refusal. */
export const answerToGiving = async (client: Client, given: object) => {
  const answer = await client.post('/api/delegations', given)
  return `${answer.status} ${answer.body.code ?? ''}`.trim()
}
