/** Who asks and what there is to ask for (人与数据): the people and rows of the database under the fuzz. */
import { createHash, randomBytes } from 'node:crypto'
import { roles, SecondFactor, SignIn, User } from '../../src/access/index.js'
import type { TestApp } from '../app.js'
import type { Draw } from './draw.js'
import type { Operation } from './contract.js'

export interface Person {
  readonly user: User
  cookie: string
}

interface Thing {
  readonly id: number
  readonly schoolId: number | null
}

/** Names of the contract whose table is called otherwise. */
const aliases: Readonly<Record<string, string>> = {
  colleague: 'Teacher',
  owner: 'User',
  actor: 'User',
  from: 'Timetable',
  to: 'User',
  parent: 'Category',
  entity: 'Payment',
  subject: 'Declaration',
  source: 'Declaration',
  with: 'Timetable',
  line: 'BankReturnLine',
  question: 'SurveyQuestion',
}

export class PeopleAndThings {
  private readonly things = new Map<string, Thing[]>()
  private people: Person[] = []

  constructor(private readonly test: TestApp) {}

  async signInAll(): Promise<void> {
    const users = await this.test.database.read.find(User, { order: { id: 'ASC' } })
    this.people = await Promise.all(users.map(async (user) => ({ user, cookie: await this.newCookie(user) })))
  }

  /** Brings a person back who was frozen, signed out or given a new password on the way. */
  async restore(person: Person): Promise<void> {
    await this.test.database.transaction(async (tx) => {
      await tx.delete(SecondFactor, { userId: person.user.id })
      const { id, lastSignInAt: _, ...kept } = person.user
      await tx.update(User, { id }, kept)
    })
    person.cookie = await this.newCookie(person.user)
  }

  private async newCookie(user: User): Promise<string> {
    const token = randomBytes(24).toString('base64url')
    const now = this.test.clock.now()
    await this.test.database.transaction((tx) =>
      tx.insert(SignIn, {
        tokenHash: createHash('sha256').update(token).digest('hex'),
        userId: user.id,
        createdAt: now,
        lastSeenAt: now,
        expiresAt: new Date(now.getTime() + 12 * 3600_000),
        revokedAt: null,
        rotatedAt: now,
        isTokenSeen: true,
      }),
    )
    return token
  }

  /** Everybody whose role holds the permission; without one, everybody. */
  allowed(access: Operation['access']): readonly Person[] {
    if (access.kind !== 'allow') return this.people
    return this.people.filter(({ user }) =>
      (roles[user.role] as readonly string[]).includes(access.permission),
    )
  }

  /** Mostly somebody who may, sometimes somebody else, sometimes nobody. */
  somebodyFor(access: Operation['access'], draw: Draw): Person | null {
    if (draw.chance(0.04)) return null
    const allowed = draw.chance(0.06) ? [] : this.allowed(access)
    return draw.pick(allowed.length > 0 ? allowed : this.people)
  }

  /** Looks anew which rows there are. */
  async look(): Promise<void> {
    for (const { name, tableName, columns } of this.test.database.connections.reader.entityMetadatas) {
      const has = (column: string) => columns.some(({ databaseName }) => databaseName === column)
      if (!has('id')) continue
      const rows = await this.test.database.read.query<{ id: number | string; schoolId?: number | null }[]>(
        `SELECT id${has('schoolId') ? ', schoolId' : ''} FROM ${tableName} ORDER BY id DESC LIMIT 300`,
      )
      this.things.set(
        name.toLowerCase(),
        rows.map(({ id, schoolId }) => ({ id: Number(id), schoolId: schoolId ?? null })),
      )
    }
  }

  /** A row's id by the name of a field (`homeClassId`, `ids`) on a path; mostly of the person's own school. */
  idFor(field: string, path: string, person: Person | null, draw: Draw): number {
    const rows = this.rowsOf(field, path)
    const schoolId = person?.user.schoolId ?? null
    const own =
      schoolId === null ? rows : rows.filter((row) => row.schoolId === null || row.schoolId === schoolId)
    const chosen = own.length > 0 && draw.chance(0.85) ? own : rows
    return chosen.length > 0 ? draw.pick(chosen).id : 1 + draw.below(30)
  }

  idsFor(field: string, path: string): readonly number[] {
    return this.rowsOf(field, path).map(({ id }) => id)
  }

  private rowsOf(field: string, path: string): readonly Thing[] {
    const noun = field.replace(/Ids?$/, '')
    if (noun !== 'id' && noun !== 'ids' && noun !== field) {
      const found = this.endingWith(aliases[noun] ?? noun)
      if (found) return found
    }
    // The folder of the address that comes before the id says what it is an id of.
    const folders = path.split('/').filter((part) => part && !part.startsWith('{'))
    for (const folder of folders.reverse()) {
      const found = this.endingWith(singular(folder).replaceAll('-', ''))
      if (found) return found
    }
    return []
  }

  private endingWith(noun: string): readonly Thing[] | null {
    const name = noun.toLowerCase()
    const exact = this.things.get(name)
    if (exact) return exact
    for (const [known, rows] of this.things) if (name.endsWith(known) || known.endsWith(name)) return rows
    return null
  }
}

const singular = (folder: string) =>
  folder
    .replace(/ies$/, 'y')
    .replace(/(ss|x|sh)es$/, '$1')
    .replace(/([^s])s$/, '$1')
