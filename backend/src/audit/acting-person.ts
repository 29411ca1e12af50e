/** Who acts (操作人), as far as the audit trail needs to know. */
export interface ActingPerson {
  readonly userId: number
  readonly displayName: string
  readonly permissions: ReadonlySet<string>
  readonly regionCode: string
  readonly schoolId: number | null
  readonly requestId: string
}
