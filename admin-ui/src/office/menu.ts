/** The menu of this person: groups by work, each with the items that the permissions allow. */
import type { Permission } from '../api/actor'
import { menuGroups, type MenuGroup, type MenuItem, type OfficeModule } from './module'

export interface MenuSection {
  group: MenuGroup
  items: MenuItem[]
}

export function menuFor(modules: OfficeModule[], permissions: readonly Permission[]): MenuSection[] {
  const allowed = modules
    .flatMap((module) => module.menu ?? [])
    .filter(
      (item) =>
        item.permissions === undefined ||
        item.permissions.some((permission) => permissions.includes(permission)),
    )
  return menuGroups
    .map((group) => ({
      group,
      items: allowed.filter((item) => item.group === group).sort((a, b) => (a.order ?? 50) - (b.order ?? 50)),
    }))
    .filter((section) => section.items.length > 0)
}
