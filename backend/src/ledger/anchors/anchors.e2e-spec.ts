import { TestApp } from '../../../test/app.js'
import { allotted, fundedSchool } from '../../../test/funding-world.js'
import { AnchorsService } from './anchors.service.js'
import { readAnchors } from './anchor-content.js'

describe('the anchors that are given out', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start()
  })
  afterAll(() => test.stop())

  it('are a file for whoever may see money, and roots without schools for everybody', async () => {
    const funded = await fundedSchool(test, 1)
    await allotted(test, funded)
    const made = await test.nest.get(AnchorsService).make()
    const download = await funded.officer.get('/api/ledger/anchors.ndjson')
    const [anchor, ...more] = readAnchors(download.raw.toString('utf8'))!
    expect([anchor!.root, more]).toEqual([made.root, []])
    expect(anchor!.ends.map(({ kind, name }) => `${kind} ${name}`)).toContain(`books ${funded.school.code}`)
    const shown = (await test.signedOut.get('/api/public/ledger-anchors')).body
    expect(shown).toEqual({ publicKey: anchor!.publicKey, anchors: [made] })
    const teacher = await test.as(await test.world.user('teacher', { school: funded.school }))
    expect((await teacher.get('/api/ledger/anchors.ndjson')).status).toBe(403)
  })
})
