import { TestApp } from '../../../test/app.js'
import {
  approvedDeclaration,
  type FundedSchool,
  fundedSchool,
  issuedNotice,
} from '../../../test/funding-world.js'
import { AuditEntries, Transition } from '../../audit/index.js'
import { Objection } from './objection.entity.js'
import { Publication } from './publication.entity.js'

/** A gate at which somebody waits: `reached` when they are there, `open` to let them on. */
function gate() {
  let reach!: () => void
  let open!: () => void
  const reached = new Promise<void>((resolve) => (reach = resolve))
  const opened = new Promise<void>((resolve) => (open = resolve))
  return { reached, open, wait: () => (reach(), opened) }
}

describe('objections', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start()
  })
  afterEach(() => jest.restoreAllMocks())
  afterAll(() => test.stop())

  async function published(): Promise<{ funded: FundedSchool; id: number; slug: string }> {
    const funded = await fundedSchool(test, 1)
    await approvedDeclaration(test, funded)
    const notice = await issuedNotice(funded)
    const { id, slug } = (
      await funded.education.post('/api/publications', { kind: 'appropriation', subjectId: notice.id })
    ).body
    return { funded, id, slug }
  }
  const raise = (slug: string) =>
    test.signedOut.post(`/api/public/publications/${slug}/objections`, { body: '附表里少了一所学校。' })
  const retract = ({ funded, id }: { funded: FundedSchool; id: number }) =>
    funded.education.post(`/api/publications/${id}/retract`, { comment: '附表有误' })
  /** The next one to write this kind of entry waits with its transaction open. */
  function holding(method: 'record' | 'recordWithoutPerson') {
    const { reached, open, wait } = gate()
    const audit = test.nest.get(AuditEntries)
    const original = (audit[method] as (...given: unknown[]) => Promise<void>).bind(audit)
    jest.spyOn(audit, method).mockImplementationOnce(async (...given: unknown[]) => {
      await original(...given)
      await wait()
    })
    return { reached, open }
  }
  const aMoment = () => new Promise((resolve) => setTimeout(resolve, 80))

  it('are refused where the publication is withdrawn at that instant', async () => {
    const made = await published()
    const { reached, open } = holding('record')
    const retracting = retract(made)
    await reached
    const raising = raise(made.slug)
    await aMoment()
    open()
    const [retracted, raised] = await Promise.all([retracting, raising])
    expect([retracted.status, raised.status, raised.body.code]).toEqual([
      200,
      422,
      'funding.publication_closed',
    ])
    expect(await test.database.read.countBy(Objection, { publicationId: made.id })).toBe(0)
  })

  it('make a withdrawal wait that comes at that instant, and can still be answered', async () => {
    const made = await published()
    const { reached, open } = holding('recordWithoutPerson')
    const raising = raise(made.slug)
    await reached
    const retracting = retract(made)
    await aMoment()
    expect((await test.database.read.findOneByOrFail(Publication, { id: made.id })).status).toBe('open')
    open()
    const [raised, retracted] = await Promise.all([raising, retracting])
    expect([raised.status, retracted.status]).toEqual([201, 200])
    const objection = await test.database.read.findOneByOrFail(Objection, { publicationId: made.id })
    expect(objection.status).toBe('open')
  })

  it('are dismissed once with an answer that the objector finds, by whoever published it', async () => {
    const made = await published()
    const { ticket } = (await raise(made.slug)).body
    const { id } = await test.database.read.findOneByOrFail(Objection, { publicationId: made.id })
    const dismiss = (client = made.funded.education, comment?: string) =>
      client.post(`/api/objections/${id}/dismiss`, comment ? { comment } : {})
    expect((await dismiss()).body.code).toBe('state.comment_needed')
    expect((await dismiss(made.funded.principal, '不成立')).status).toBe(403)
    expect((await dismiss(made.funded.officer, '不成立')).status).toBe(404)
    const answers = await Promise.all([1, 2].map(() => dismiss(undefined, '该校不在本次下达范围内。')))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(await test.database.read.findOneBy(Objection, { id })).toMatchObject({
      status: 'dismissed',
      reply: '该校不在本次下达范围内。',
      answeredAt: test.clock.now(),
    })
    expect(await test.database.read.findBy(Transition, { entity: 'objection', entityId: id })).toMatchObject([
      { event: 'dismiss', fromState: 'open', toState: 'dismissed' },
    ])
    expect((await test.signedOut.get(`/api/public/objections/${ticket}`)).body).toMatchObject({
      status: 'dismissed',
      reply: '该校不在本次下达范围内。',
    })
  })
})
