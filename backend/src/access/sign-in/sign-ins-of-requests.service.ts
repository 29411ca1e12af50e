/** The sign-in behind a cookie (请求的登录状态), looked up with every request: its statement is written once, not each time. */
import { Injectable } from '@nestjs/common'
import type { EntityTarget, ObjectLiteral } from 'typeorm'
import { Clock } from '../../platform/calendar.js'
import { Database } from '../../platform/database/database.js'
import { receivedToday } from '../delegations/received-permissions.service.js'
import { User } from '../users/user.entity.js'
import { SignIn } from './sign-in.entity.js'

const signInFields = ['id', 'tokenHash', 'lastSeenAt', 'expiresAt', 'rotatedAt', 'isTokenSeen'] as const
const userFields = [
  'id',
  'username',
  'displayName',
  'role',
  'regionCode',
  'schoolId',
  'isFrozen',
  'mustChangePassword',
] as const

/** Read with every request, so it has what a request needs: no password's hash, for one. */
export type SignInOfUser = Pick<SignIn, (typeof signInFields)[number]> & {
  user: Pick<User, (typeof userFields)[number]>
  /** Whether somebody has delegated to this user for today, so that it is worth asking what. */
  hasReceived: boolean
}

type Key = 'tokenHash' | 'id'
type Raw = Record<string, unknown>

interface Statement {
  readonly sql: string
  /** In the order of the placeholders. */
  readonly parameters: readonly ('key' | 'today')[]
}

@Injectable()
export class SignInsOfRequests {
  private readonly statements = new Map<Key, Statement>()

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Not revoked; whether it has expired is for the caller to say. */
  byTokenHash(tokenHash: string): Promise<SignInOfUser | null> {
    return this.find('tokenHash', tokenHash)
  }

  byId(id: number): Promise<SignInOfUser | null> {
    return this.find('id', id)
  }

  private async find(by: Key, key: string | number): Promise<SignInOfUser | null> {
    const { sql, parameters } = this.statement(by)
    const values = { key, today: this.clock.today() }
    const [row] = await this.database.read.query<Raw[]>(
      sql,
      parameters.map((name) => values[name]),
    )
    if (!row) return null
    return {
      ...this.read(SignIn, 'signIn', signInFields, row),
      user: this.read(User, 'user', userFields, row),
      hasReceived: Number(row['received']) > 0,
    }
  }

  private statement(by: Key): Statement {
    const known = this.statements.get(by)
    if (known) return known
    const query = this.database.read
      .createQueryBuilder()
      .from(SignIn, 'signIn')
      .innerJoin(User, 'user', 'user.id = signIn.userId')
      .select(`signIn.id`, 'signIn_id')
      .where(`signIn.${by} = :key AND signIn.revokedAt IS NULL`, { key: 'key', today: 'today' })
    for (const name of signInFields.slice(1)) query.addSelect(`signIn.${name}`, `signIn_${name}`)
    for (const name of userFields) query.addSelect(`user.${name}`, `user_${name}`)
    query.addSelect((inner) => receivedToday(inner, 'user.id').select('COUNT(*)'), 'received')
    const [sql, parameters] = query.getQueryAndParameters()
    const statement = { sql, parameters: parameters as ('key' | 'today')[] }
    this.statements.set(by, statement)
    return statement
  }

  /** As the columns would be read in an entity: days, flags and numbers look different on each database. */
  private read<E extends ObjectLiteral, Name extends keyof E & string>(
    entity: EntityTarget<E>,
    alias: string,
    names: readonly Name[],
    row: Raw,
  ): Pick<E, Name> {
    const { connection } = this.database.read
    const metadata = connection.getMetadata(entity)
    return Object.fromEntries(
      names.map((name) => {
        const column = metadata.findColumnWithPropertyName(name)!
        return [name, connection.driver.prepareHydratedValue(row[`${alias}_${name}`], column) as unknown]
      }),
    ) as Pick<E, Name>
  }
}
