// How long an auditor waits for the boards of the money.
import { createHash, randomBytes } from 'node:crypto'
import { SignIn, User } from '../../dist/access/index.js'
import { FixedClock } from '../../dist/platform/calendar.js'
import { median, msSince } from '../lib.mjs'
import { districtCount, schoolCount } from './city.mjs'

/** The boards of the largest district through HTTP: one school, the district's schools, and the district with every class; medians. */
export async function boards(app, database) {
  const headers = await signedIn(database)
  const district = async (query, isWhole) => {
    const times = []
    let isRight = true
    for (let n = 0; n < 15; n += 1) {
      const start = process.hrtime.bigint()
      const { statusCode, payload } = await app.inject({
        method: 'GET',
        url: `/api/funding/region-board?fiscalYear=2026&regionCode=140213${query}`,
        headers,
      })
      times.push(msSince(start))
      if (n === 0)
        isRight =
          statusCode === 200 &&
          JSON.parse(payload).schools.length === Math.min(districtCount, schoolCount) &&
          /"className":"/.test(payload) === isWhole
    }
    return { ms: median(times), isRight }
  }
  const [bySchool, byClass] = [await district('', false), await district('&classes=true', true)]
  const times = []
  let filled = 0
  for (let schoolId = 1; schoolId <= Math.min(districtCount, schoolCount); schoolId += 1) {
    const start = process.hrtime.bigint()
    const reply = await app.inject({
      method: 'GET',
      url: `/api/funding/board?schoolId=${schoolId}&fiscalYear=2026`,
      headers,
    })
    times.push(msSince(start))
    if (reply.statusCode === 200 && /"spentFen":[1-9]/.test(reply.payload)) filled += 1
  }
  return {
    median: median(times),
    bySchool: bySchool.ms,
    byClass: byClass.ms,
    isFilled: filled === times.length && bySchool.isRight && byClass.isRight,
  }
}

async function signedIn(database) {
  const token = randomBytes(24).toString('base64url')
  const now = new FixedClock('2026-12-31T04:00:00Z').now()
  await database.transaction(async (tx) => {
    const user = await tx.save(
      tx.create(User, {
        username: 'bench',
        displayName: 'bench',
        passwordHash: 'none',
        role: 'auditor',
        regionCode: '1402',
        schoolId: null,
        isFrozen: false,
        mustChangePassword: false,
        oneTimeUntilAt: null,
        lastSignInAt: null,
        createdAt: now,
      }),
    )
    await tx.insert(SignIn, {
      tokenHash: createHash('sha256').update(token).digest('hex'),
      userId: user.id,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new FixedClock('2027-01-01T04:00:00Z').now(),
      revokedAt: null,
      rotatedAt: now,
      isTokenSeen: true,
    })
  })
  return { cookie: `kehou_sign_in=${token}`, 'x-kehou': '1' }
}
