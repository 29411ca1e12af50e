import { generateSync } from 'otplib'
import { TestApp } from '../../../test/app.js'
import { SignIn, User } from '../../access/index.js'
import { ActivationCode } from './activation-code.entity.js'
import { Guardian } from './guardian.entity.js'

describe('activation by letter', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start()
  })
  afterAll(() => test.stop())

  const password = 'sunny-yellow-bus'

  async function letterFor(phone: string) {
    const school = await test.world.school()
    const student = await test.world.student({ school })
    const guardian = await test.world.guardian({ student, phone })
    const coordinator = await test.as(await test.world.user('coordinator', { school }))
    const letters = await coordinator.post('/api/activation-codes/letters', {
      schoolId: school.id,
      studentIds: [student.id],
    })
    return { school, student, guardian, coordinator, letter: letters.body[0], letters }
  }

  it('prints a letter for each child of a class, with a code that is kept only as a hash', async () => {
    const { letter, letters, student, school } = await letterFor('13800000001')
    expect(letters.status).toBe(200)
    expect(letter).toMatchObject({
      studentName: student.name,
      schoolName: school.name,
      expiresOn: '2027-01-19',
      code: expect.stringMatching(/^([2-9A-HJKMNP-Z]{4}-){2}[2-9A-HJKMNP-Z]{4}$/),
    })
    expect(letter.qrSvg).toContain('<svg')
    expect(letter.qrSvg).not.toContain(student.name)
    const [row] = await test.database.read.findBy(ActivationCode, { studentId: student.id })
    expect(JSON.stringify(row)).not.toContain(letter.code.replaceAll('-', ''))
  })

  it('makes an account with the code and the phone that the school knows, and signs in', async () => {
    const { letter, guardian, student, school } = await letterFor('13800000002')
    const activated = await test.signedOut.post('/api/parents/activation', {
      code: letter.code.toLowerCase(),
      phone: '13800000002',
      password,
    })
    expect(activated.body).toMatchObject({
      role: 'guardian',
      displayName: guardian.name,
      schoolId: school.id,
    })
    expect(String(activated.headers['set-cookie'])).toMatch(/kehou_sign_in=.+HttpOnly.+SameSite=Strict/)
    const user = await test.database.read.findOneByOrFail(User, { id: activated.body.userId })
    expect(user.username).not.toContain('13800000002')
    const children = await (await test.as(user)).get('/api/parents/children')
    expect(children.body).toEqual([
      expect.objectContaining({ studentId: student.id, name: student.name, schoolName: school.name }),
    ])
    expect((await test.signedOut.post('/api/sign-in', { username: '13800000002', password })).body.role).toBe(
      'guardian',
    )
  })

  it('uses each code once, also when two come at the same moment', async () => {
    const { letter, guardian } = await letterFor('13800000003')
    const given = { code: letter.code, phone: '13800000003', password }
    const answers = await Promise.all(
      [1, 2, 3].map(() => test.signedOut.post('/api/parents/activation', given)),
    )
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1)
    expect((await test.signedOut.post('/api/parents/activation', given)).body.code).toBe(
      'people.activation_refused',
    )
    expect((await test.database.read.findOneByOrFail(Guardian, { id: guardian.id })).userId).not.toBeNull()
  })

  it('refuses a wrong phone, an old, an unknown and a replaced code with the same sentence, and does not use the code up', async () => {
    const { letter, coordinator, school, student } = await letterFor('13800000004')
    const refused = async (change: object) => {
      const answer = await test.signedOut.post('/api/parents/activation', {
        code: letter.code,
        phone: '13800000004',
        password,
        ...change,
      })
      return [answer.status, answer.body.code]
    }
    expect(await refused({ phone: '13800009999' })).toEqual([422, 'people.activation_refused'])
    expect(await refused({ code: 'ABCD-EFGH-JKMN' })).toEqual([422, 'people.activation_refused'])
    // One child of another school among them: nothing is printed, and nothing left out in silence.
    const foreign = await test.world.student({ school: await test.world.school() })
    const mixed = await coordinator.post('/api/activation-codes/letters', {
      schoolId: school.id,
      studentIds: [student.id, foreign.id],
    })
    expect([mixed.status, mixed.body.code, mixed.body.params.id]).toEqual([404, 'not_found', foreign.id])
    const [again] = (
      await coordinator.post('/api/activation-codes/letters', {
        schoolId: school.id,
        studentIds: [student.id],
      })
    ).body
    expect(await refused({})).toEqual([422, 'people.activation_refused'])
    test.clock.advanceMinutes(61 * 24 * 60)
    expect(await refused({ code: again.code })).toEqual([422, 'people.activation_refused'])
    test.clock.advanceMinutes(-61 * 24 * 60)
    expect(
      (
        await test.signedOut.post('/api/parents/activation', {
          code: again.code,
          phone: '13800000004',
          password,
        })
      ).status,
    ).toBe(200)
  })

  it('adds a second child of another school to the same account', async () => {
    const first = await letterFor('13800000005')
    const account = (
      await test.signedOut.post('/api/parents/activation', {
        code: first.letter.code,
        phone: '13800000005',
        password,
      })
    ).body
    const second = await letterFor('13800000005')
    expect(
      (
        await test.signedOut.post('/api/parents/activation', {
          code: second.letter.code,
          phone: '13800000005',
          password: 'another password',
        })
      ).status,
    ).toBe(422)
    expect(
      (
        await test.signedOut.post('/api/parents/activation', {
          code: second.letter.code,
          phone: '13800000005',
          password,
        })
      ).body.userId,
    ).toBe(account.userId)
    const client = await test.as(await test.database.read.findOneByOrFail(User, { id: account.userId }))
    expect((await client.get('/api/parents/children')).body).toHaveLength(2)
  })

  it('works for a whole evening of parents behind one address, and limits wrong codes only', async () => {
    const families = []
    for (let n = 0; n < 25; n += 1) families.push(await letterFor(`138000010${String(n).padStart(2, '0')}`))
    const activate = (code: string, phone: string) =>
      test.signedOut.post('/api/parents/activation', { code, phone, password })
    const right = await Promise.all(
      families.map(({ letter }, n) => activate(letter.code, `138000010${String(n).padStart(2, '0')}`)),
    )
    expect(right.map(({ status }) => status)).toEqual(Array(25).fill(200))
    test.clock.advanceMinutes(15)
    const wrong = await Promise.all(
      Array.from({ length: 210 }, () => activate('ABCD-EFGH-JKMN', '13800000004')),
    )
    const refused = wrong.filter(({ body }) => body.code === 'people.activation_refused')
    expect([refused.length, wrong.filter(({ status }) => status === 429).length]).toEqual([200, 10])
    expect(wrong.find(({ status }) => status === 429)!.body.message).toContain('15 分钟')
    test.clock.advanceMinutes(15)
    expect((await activate('ABCD-EFGH-JKMN', '13800000004')).status).toBe(422)
  })

  it('is no way to guess the password of an account that is there', async () => {
    const { letter } = await letterFor('13800000007')
    const given = { code: letter.code, phone: '13800000007', password }
    expect((await test.signedOut.post('/api/parents/activation', given)).status).toBe(200)
    const second = await letterFor('13800000007')
    const guess = (n: number) =>
      test.signedOut.post('/api/parents/activation', {
        code: second.letter.code,
        phone: '13800000007',
        password: `a guessed password ${n}`,
      })
    const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => guess(n)))
    expect(answers.filter(({ status }) => status === 422)).toHaveLength(5)
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(15)
  })

  it("prints for nobody else's children and nobody without the permission", async () => {
    const { student, school } = await letterFor('13800000006')
    const stranger = await test.as(await test.world.user('coordinator'))
    expect(
      (
        await stranger.post('/api/activation-codes/letters', {
          schoolId: school.id,
          studentIds: [student.id],
        })
      ).status,
    ).toBe(404)
    const own = await test.world.school()
    const other = await test.as(await test.world.user('coordinator', { school: own }))
    expect(
      (await other.post('/api/activation-codes/letters', { schoolId: own.id, studentIds: [student.id] })).body
        .code,
    ).toBe('people.no_students_there')
    const principal = await test.as(await test.world.user('principal', { school }))
    expect(
      (
        await principal.post('/api/activation-codes/letters', {
          schoolId: school.id,
          studentIds: [student.id],
        })
      ).status,
    ).toBe(403)
    expect(await test.database.read.count(SignIn)).toBeGreaterThan(0)
  })

  it('is no way round the second factor of an account that is there', async () => {
    const first = await letterFor('13800000015')
    const given = { phone: '13800000015', password }
    const { userId } = (
      await test.signedOut.post('/api/parents/activation', { ...given, code: first.letter.code })
    ).body
    const own = await test.as(await test.database.read.findOneByOrFail(User, { id: userId }))
    const { secret } = (await own.post('/api/sign-in/second-factor/begin', { password })).body
    const epoch = () => Math.floor(test.clock.now().getTime() / 1000)
    const codeNow = () => generateSync({ secret: secret.replaceAll(' ', ''), epoch: epoch() })
    expect((await own.post('/api/sign-in/second-factor/confirm', { code: codeNow() })).status).toBe(200)
    test.clock.advanceMinutes(2)
    const second = await letterFor('13800000015')
    const activate = (secondFactor?: string) =>
      test.signedOut.post('/api/parents/activation', {
        ...given,
        code: second.letter.code,
        ...(secondFactor ? { secondFactor } : {}),
      })
    const without = await activate()
    expect([without.status, without.body.code]).toEqual([401, 'access.code_needed'])
    expect(without.headers['set-cookie']).toBeUndefined()
    expect((await activate('000000')).body.code).toBe('access.code_wrong')
    expect((await activate(codeNow())).body.userId).toBe(userId)
  })
})
