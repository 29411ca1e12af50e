/** Which children always go together (学生分组)? Years, groups and subgroups become the smallest sets; those with the same week become one. Pure. */
import type { FetActivity, FetConstraint, FetFile, FetStudents } from './fet-file.js'

export interface Students {
  /** Of a year, group or subgroup: its smallest sets. */
  readonly atomsOf: (name: string) => ReadonlySet<string>
  readonly sizeOf: (name: string) => number
  readonly share: (one: readonly string[], other: string) => boolean
}

export function studentsOf(file: FetFile): Students {
  const below = new Map<string, Set<string>>()
  const sizes = new Map<string, number>()
  // A group that stands in several years has the subgroups of all of them.
  const enter = (set: FetStudents): void => {
    sizes.set(set.name, Math.max(set.size, sizes.get(set.name) ?? 0))
    below.set(set.name, new Set([...(below.get(set.name) ?? []), ...set.sets.map(({ name }) => name)]))
    for (const child of set.sets) enter(child)
  }
  for (const year of file.years) enter(year)
  const atoms = new Map<string, ReadonlySet<string>>()
  const atomsOf = (name: string): ReadonlySet<string> => {
    const children = below.get(name)
    const found =
      atoms.get(name) ??
      (children === undefined || children.size === 0
        ? new Set([name])
        : new Set([...children].flatMap((child) => [...atomsOf(child)])))
    atoms.set(name, found)
    return found
  }
  return {
    atomsOf,
    sizeOf: (name) => sizes.get(name) ?? 0,
    share: (one, other) => one.some((name) => [...atomsOf(name)].some((atom) => atomsOf(other).has(atom))),
  }
}

export interface StudentsPerson {
  readonly name: string
  readonly atoms: ReadonlySet<string>
}

/** The smallest sets that have activities; those with the same activities and the same constraints are one person. */
export function peopleOf(
  students: Students,
  activities: readonly FetActivity[],
  constraints: readonly FetConstraint[],
): StudentsPerson[] {
  const signs = new Map<string, string[]>()
  const sign = (names: readonly string[], text: string) => {
    for (const atom of new Set(names.flatMap((name) => [...students.atomsOf(name)])))
      signs.set(atom, [...(signs.get(atom) ?? []), text])
  }
  for (const { id, students: names } of activities) sign(names, `a${id}`)
  const withActivities = new Set(signs.keys())
  for (const [index, { kind, students: name }] of constraints.entries())
    if (name !== null && kind.startsWith('StudentsSet')) sign([name], `c${index}`)
  const groups = new Map<string, string[]>()
  for (const [atom, texts] of signs) {
    if (withActivities.has(atom)) groups.set(texts.join(), [...(groups.get(texts.join()) ?? []), atom])
  }
  return [...groups.values()].map((atoms) => ({
    name: atoms.length === 1 ? atoms[0]! : `${atoms[0]} +${atoms.length - 1}`,
    atoms: new Set(atoms),
  }))
}
