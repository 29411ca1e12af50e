/** A row that may be computed from (已锁定的记录): locked first, read after. Only Transitions makes one. */

/** What has states: its row carries how often it was moved or changed. */
export interface Stateful {
  id: number
  status: string
  revision: number
  schoolId?: number | null
  regionCode?: string | null
}

declare const locked: unique symbol

/** Read under its lock in this transaction, so that nobody moves or changes it until the end. */
export type Taken<T extends Stateful = Stateful> = T & { readonly [locked]: true }

/** What the person had before their eyes; left out, the step is taken on whatever is there now. */
export interface Seen {
  readonly revision?: number | undefined
}
