/** Is a name that a file uses in the file's own list (名单核对)? Pure. */
import { Invalid } from '../../platform/errors.js'

export type NameKind = 'teacher' | 'students' | 'subject' | 'tag' | 'room' | 'activity' | 'day' | 'hour'

export interface Where {
  readonly where: string
  readonly line: number
}

export class Names {
  private readonly lists: ReadonlyMap<NameKind, ReadonlyMap<string, number>>

  constructor(lists: Partial<Record<NameKind, readonly string[]>>) {
    this.lists = new Map(
      Object.entries(lists).map(([kind, names]) => [
        kind as NameKind,
        new Map(names.map((name, index) => [name, index])),
      ]),
    )
  }

  with(kind: NameKind, names: readonly string[]): Names {
    return new Names({
      ...Object.fromEntries([...this.lists].map(([each, list]) => [each, [...list.keys()]])),
      [kind]: names,
    })
  }

  count(kind: NameKind): number {
    return this.lists.get(kind)?.size ?? 0
  }

  /** Its place in the list. Throws Invalid when it has none. */
  check(kind: NameKind, name: string, { where, line }: Where): number {
    const index = this.lists.get(kind)?.get(name)
    if (index === undefined) throw new Invalid(`scheduling.fet_unknown_${kind}`, { where, line, name })
    return index
  }
}
