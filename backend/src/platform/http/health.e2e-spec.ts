import { TestApp } from '../../../test/app.js'

describe('health', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start()
  })
  afterAll(() => test.stop())

  it('is told to whoever asks, and nothing else is', async () => {
    for (const [path, status] of [
      ['live', 'live'],
      ['ready', 'ready'],
    ]) {
      const answer = await test.signedOut.get(`/health/${path}`)
      expect([answer.status, answer.body]).toEqual([200, { status }])
    }
  })

  it('says 503 with a sentence while the database does not answer, and stays alive', async () => {
    const lost = Object.assign(new Error('lost'), { code: 'ECONNREFUSED' })
    jest.spyOn(test.database.connections.health, 'query').mockRejectedValueOnce(lost)
    const ready = await test.signedOut.get('/health/ready')
    expect([ready.status, ready.body.code]).toEqual([503, 'database.gone'])
    expect(ready.text).not.toContain('lost')
    expect((await test.signedOut.get('/health/live')).status).toBe(200)
    expect((await test.signedOut.get('/health/ready')).body).toEqual({ status: 'ready' })
  })

  it('is read only: there is nothing to send', async () => {
    for (const path of ['live', 'ready'])
      expect((await test.signedOut.post(`/health/${path}`)).status).toBe(404)
  })
})
