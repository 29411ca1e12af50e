/** What a module gives to the office: nouns, menu entries, further pages, texts. */
import { lazy, type ComponentType, type LazyExoticComponent } from 'react'
import type { ResourceProps } from 'react-admin'
import type { Permission } from '../api/actor'
import type { Texts } from '../shared/texts'

/** The groups of the menu, by work and not by table; in the order of the menu. */
export const menuGroups = [
  'today',
  'service',
  'families',
  'funding',
  'books',
  'policy',
  'satisfaction',
  'statistics',
  'school',
  'system',
] as const
export type MenuGroup = (typeof menuGroups)[number]

export interface MenuItem {
  group: MenuGroup
  /** Address, for example `/schools`. */
  to: string
  /** Text key. */
  label: string
  icon: ComponentType<{ fontSize?: 'small' }>
  /** The item is shown to those who have one of these; without any, to everybody. */
  permissions?: Permission[]
  /** Position inside the group; 50 without it. */
  order?: number
}

export interface Noun extends Omit<ResourceProps, 'name' | 'icon'> {
  /** The path of the API: plural, kebab. */
  name: string
  icon: MenuItem['icon']
  /** The permissions for reading and for changing. What is not named here nobody may do. */
  needs: { read: Permission; write?: Permission; create?: Permission; delete?: Permission }
}

export interface OfficePage {
  /** Address pattern, for example `/funding/board`. */
  path: string
  page: ComponentType
}

export interface OfficeModule {
  name: string
  texts: Texts
  nouns?: Noun[]
  menu?: MenuItem[]
  pages?: OfficePage[]
}

/** A page that is loaded when it is first opened: `page(async () => (await import('./SchoolList')).SchoolList)`. */
export const page = <P extends object>(
  load: () => Promise<ComponentType<P>>,
): LazyExoticComponent<ComponentType<P>> => lazy(async () => ({ default: await load() }))

/** The permission that an action on a noun needs, or nobody has; of things that are no nouns the server alone decides. */
export function permissionFor(
  nouns: Noun[],
  resource: string,
  action: string,
): Permission | 'nobody' | undefined {
  const needs = nouns.find((noun) => noun.name === resource)?.needs
  if (needs === undefined || action === 'list' || action === 'show' || action === 'export') return needs?.read
  if (action === 'create') return needs.create ?? needs.write ?? 'nobody'
  if (action === 'delete') return needs.delete ?? 'nobody'
  return needs.write ?? 'nobody'
}
