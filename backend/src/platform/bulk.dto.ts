export class RefusedOut {
  id!: number
  code!: string
  message!: string
  params!: Record<string, string | number | null>
}

/** What acts on many answers with: the ids with which it was done, and those with which it was not. */
export class BulkOut {
  done!: number[]
  refused!: RefusedOut[]
}
