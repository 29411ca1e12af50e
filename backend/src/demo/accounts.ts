/** Who can sign in to the demo city (演示账号); one password for all, never in a real deployment. */
import type { Role } from '../access/index.js'

export const demoPassword = 'kehou-demo-2026'

export interface DemoAccount {
  readonly username: string
  readonly displayName: string
  readonly role: Role
  /** A region code, or the key of a demo school. */
  readonly at: string
  /** The staff number of the teacher who signs in with it. */
  readonly teaches?: string
}

export const demoAccounts: readonly DemoAccount[] = [
  { username: 'principal', displayName: '石玉兰', role: 'principal', at: 'wenying' },
  { username: 'coordinator', displayName: '贺志强', role: 'coordinator', at: 'wenying' },
  { username: 'finance', displayName: '严丽华', role: 'school_finance_officer', at: 'wenying' },
  { username: 'teacher', displayName: '陶春梅', role: 'teacher', at: 'wenying', teaches: 'T001' },
  { username: 'principal2', displayName: '武永平', role: 'principal', at: 'quanshan' },
  { username: 'coordinator2', displayName: '白秀英', role: 'coordinator', at: 'quanshan' },
  { username: 'finance2', displayName: '龚海燕', role: 'school_finance_officer', at: 'quanshan' },
  // One has a home class's homework hour, the other a club.
  { username: 'teacher2', displayName: '孟书瑶', role: 'teacher', at: 'quanshan', teaches: 'T003' },
  { username: 'teacher3', displayName: '魏俊熙', role: 'teacher', at: 'quanshan', teaches: 'T007' },
  { username: 'principal3', displayName: '段国栋', role: 'principal', at: 'beichen' },
  { username: 'coordinator3', displayName: '尹文静', role: 'coordinator', at: 'beichen' },
  { username: 'finance3', displayName: '薛建国', role: 'school_finance_officer', at: 'beichen' },
  { username: 'district', displayName: '顾明哲', role: 'bureau_officer', at: '140213' },
  { username: 'district2', displayName: '毛安然', role: 'bureau_officer', at: '140214' },
  { username: 'bureau', displayName: '邵承志', role: 'bureau_officer', at: '1402' },
  { username: 'education', displayName: '钱佳宁', role: 'education_finance_officer', at: '1402' },
  { username: 'treasury', displayName: '万博文', role: 'finance_bureau_officer', at: '1402' },
  { username: 'treasury2', displayName: '祁文轩', role: 'finance_bureau_officer', at: '1402' },
  { username: 'centre', displayName: '卢静怡', role: 'accounting_centre_officer', at: '1402' },
  { username: 'auditor', displayName: '覃思远', role: 'auditor', at: '1402' },
  { username: 'admin', displayName: '系统管理员', role: 'system_administrator', at: '1402' },
]
