// An authenticated list of 25 schools out of 450, against a plain node:http server that sends the same bytes.
import { createServer, get } from 'node:http'
import { Passwords } from '../dist/access/index.js'
import { User } from '../dist/access/index.js'
import { Region, School } from '../dist/organisation/index.js'
import { Database } from '../dist/platform/database/database.js'
import { alternately, openBench, report } from './lib.mjs'

const requests = 2000
const clients = 32
const { app, close } = await openBench()
const database = app.get(Database)
await database.transaction(async (tx) => {
  const region = await tx.save(
    tx.create(Region, { code: '1402', name: '大同市', nameEn: 'Datong', level: 'city' }),
  )
  await tx.insert(
    School,
    Array.from({ length: 450 }, (_, index) => ({
      code: `31402${String(index).padStart(5, '0')}`,
      name: `第${index + 1}小学`,
      nameEn: null,
      stage: 'primary',
      area: 'urban',
      ownership: 'public',
      regionId: region.id,
      regionCode: '1402',
      lastLessonEndTime: '16:00',
      isActive: true,
    })),
  )
  await tx.insert(User, {
    username: 'bench',
    displayName: 'bench',
    passwordHash: await Passwords.hash('a bench password'),
    role: 'bureau_officer',
    regionCode: '1402',
    schoolId: null,
    isFrozen: false,
    mustChangePassword: false,
    oneTimeUntilAt: null,
    lastSignInAt: null,
    createdAt: new Date(),
  })
})
await app.listen(0, '127.0.0.1')
const own = app.getHttpServer().address().port
const signedIn = await fetch(`http://127.0.0.1:${own}/api/sign-in`, {
  method: 'POST',
  headers: { 'content-type': 'application/json', 'x-kehou': '1' },
  body: JSON.stringify({ username: 'bench', password: 'a bench password' }),
})
const cookie = signedIn.headers.get('set-cookie').split(';')[0]
const path = '/api/schools?page=3&pageSize=25&sort=name'
const body = Buffer.from(
  await (await fetch(`http://127.0.0.1:${own}${path}`, { headers: { cookie } })).arrayBuffer(),
)
const plain = createServer((_, response) =>
  response.setHeader('content-type', 'application/json').end(body),
).listen(0, '127.0.0.1')
await new Promise((resolve) => plain.once('listening', resolve))

const one = (port) =>
  new Promise((resolve, reject) =>
    get({ host: '127.0.0.1', port, path, headers: { cookie, connection: 'keep-alive' } }, (answer) => {
      let length = 0
      answer
        .on('data', (part) => (length += part.length))
        .on('end', () => resolve({ status: answer.statusCode, length }))
    }).on('error', reject),
  )
let wrong = 0
async function run(port) {
  let left = requests
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (left-- > 0) {
        const { status, length } = await one(port)
        if (status !== 200 || length !== body.length) wrong += 1
      }
    }),
  )
}
await run(own)
const { ours, peer } = await alternately(
  7,
  () => run(own),
  () => run(plain.address().port),
)
const rate = (ms) => Math.round((requests / ms) * 1000)
report(
  'http',
  [
    { what: 'Kehou, signed in, 25 of 450 schools', 'requests/s': rate(ours) },
    { what: 'plain node:http, same bytes', 'requests/s': rate(peer) },
    { what: 'ratio (goal 0.25)', 'requests/s': Number((peer / ours).toFixed(3)) },
  ],
  { 'every answer was 200 and whole': wrong === 0 },
)
plain.close()
await close()
