import { Type } from 'class-transformer'
import { IsBoolean, IsIn, IsString, Length, Matches } from 'class-validator'
import type { ListColumn } from '../../platform/sheets/index.js'
import { Name } from '../../platform/http/plain-text.js'
import { BooleanText, IsInt, Nullable, Optional } from '../../platform/http/validation.js'
import { SearchListQuery } from '../../platform/paging.js'
import { type Role, roleNames } from '../roles.js'
import type { User } from './user.entity.js'

export class UserListQuery extends SearchListQuery {
  @Optional()
  @IsIn(roleNames)
  role?: Role

  @Optional()
  @Type(() => Number)
  @IsInt()
  schoolId?: number

  @Optional()
  @BooleanText()
  @IsBoolean()
  isFrozen?: boolean
}

export class CreateUserIn {
  @IsString()
  @Matches(/^[a-z][a-z0-9._-]{2,39}$/)
  username!: string

  @IsString()
  @Length(1, 80)
  @Name()
  displayName!: string

  @IsIn(roleNames.filter((role) => role !== 'guardian'))
  role!: Role

  /** Of people of a region; for people of a school it is the school's, whatever is given. */
  @Optional()
  @IsString()
  @Matches(/^\d{2,12}$/)
  regionCode?: string

  @Optional()
  @Nullable()
  @IsInt()
  schoolId?: number | null
}

export class UserOut {
  id!: number
  username!: string
  displayName!: string
  role!: Role
  regionCode!: string
  schoolId!: number | null
  isFrozen!: boolean
  mustChangePassword!: boolean
  lastSignInAt!: string | null
}

/** Shown once, to be handed over. */
export class UserWithPasswordOut extends UserOut {
  oneTimePassword!: string
}

export function toUserOut(user: User): UserOut {
  const {
    id,
    username,
    displayName,
    role,
    regionCode,
    schoolId,
    isFrozen,
    mustChangePassword,
    lastSignInAt,
  } = user
  return {
    id,
    username,
    displayName,
    role,
    regionCode,
    schoolId,
    isFrozen,
    mustChangePassword,
    lastSignInAt: lastSignInAt?.toISOString() ?? null,
  }
}

/** The columns of the exported list. */
export const userColumns: readonly ListColumn<UserOut>[] = [
  { zh: '用户名', en: 'User name', kind: 'text', of: (row) => row.username },
  { zh: '姓名', en: 'Name', kind: 'text', of: (row) => row.displayName },
  { zh: '角色', en: 'Role', kind: 'text', of: (row) => row.role },
  { zh: '地区', en: 'Region', kind: 'text', of: (row) => row.regionCode },
  { zh: '已停用', en: 'Frozen', kind: 'text', of: (row) => (row.isFrozen ? '✓' : null) },
  { zh: '最近登录', en: 'Last sign-in', kind: 'text', of: (row) => row.lastSignInAt },
]
