/** Which account (教师账号) may be linked to which teacher? One of the school, of somebody who may teach, and of one teacher only. */
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { type Actor, type Role, User, UsersService, holdAccount } from '../../access/index.js'
import { scoped } from '../../organisation/index.js'
import { Database } from '../../platform/database/database.js'
import { RuleBroken } from '../../platform/errors.js'
import { equals, search } from '../../platform/filters.js'
import { type Listing, type Page, paged } from '../../platform/paging.js'
import { Teacher } from './teacher.entity.js'
import { type TeacherAccountListQuery, type TeacherAccountOut, toTeacherAccountOut } from './teachers.dto.js'

const accounts: Listing<TeacherAccountListQuery> = {
  sortable: { displayName: 'user.displayName', username: 'user.username', id: 'user.id' },
  filters: {
    schoolId: equals('user.schoolId'),
    q: search({ text: ['user.username'], names: ['user.displayName'] }),
  },
}
const teachingRoles: readonly Role[] = ['teacher', 'coordinator', 'principal']

@Injectable()
export class TeacherAccounts {
  constructor(
    private readonly database: Database,
    private readonly users: UsersService,
  ) {}

  /** Accounts that may be chosen: not frozen and not linked; those asked for by id are named in any case. */
  list(actor: Actor, list: TeacherAccountListQuery): Promise<Page<TeacherAccountOut>> {
    const query = scoped(this.database.read.createQueryBuilder(User, 'user'), actor).andWhere(
      'user.role IN (:...teachingRoles)',
      { teachingRoles },
    )
    if (!list.ids) {
      const linked = query
        .subQuery()
        .select('teacher.id')
        .from(Teacher, 'teacher')
        .where('teacher.userId = user.id')
        .getQuery()
      query.andWhere('user.isFrozen = :isFrozen', { isFrozen: false }).andWhere(`NOT EXISTS ${linked}`)
    }
    return paged(query, list, accounts, toTeacherAccountOut)
  }

  /** Makes others who link the same account wait until the transaction ends; call it before reading anything. */
  async hold(tx: EntityManager, userId: number | null | undefined): Promise<void> {
    if (userId) await holdAccount(tx, userId)
  }

  /** Throws with the reason if the account cannot be this teacher's; `teacherId` is null for a new one. */
  async requireFree(
    tx: EntityManager,
    schoolId: number,
    userId: number,
    teacherId: number | null,
  ): Promise<void> {
    const user = await tx.findOneBy(User, { id: userId, schoolId })
    if (!user) throw new RuleBroken('people.account_not_of_school')
    const { username } = user
    if (!teachingRoles.includes(user.role))
      throw new RuleBroken('people.account_does_not_teach', { username })
    if (user.isFrozen) throw new RuleBroken('people.account_frozen', { username })
    const other = await tx.findOneBy(Teacher, { userId })
    if (other && other.id !== teacherId)
      throw new RuleBroken('people.account_linked_already', { username, teacher: other.name })
  }
}
