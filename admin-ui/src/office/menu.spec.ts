import { expect, it } from 'vitest'
import { permissionsOfAll } from '../../test/mock-api.mjs'
import { flatTexts, type TextTree } from '../shared/texts'
import { en, zh } from './home/texts'
import { addressOf, waitingKeys } from './home/waiting'
import { menuFor } from './menu'
import { permissionFor } from './module'
import { modules } from './modules'

const nouns = modules.flatMap((module) => module.nouns ?? [])

it('shows only what the permissions allow', () => {
  expect(menuFor(modules, []).map((section) => section.group)).toEqual(['today'])
  const teacher = menuFor(modules, ['school.read']).flatMap((section) => section.items.map((item) => item.to))
  expect(teacher).toContain('/schools')
  expect(teacher).not.toContain('/users')
})

it('leads nowhere that is not there', () => {
  const addresses = new Set([
    '/',
    ...nouns.filter((noun) => noun.list).map((noun) => `/${noun.name}`),
    ...modules.flatMap((module) => module.pages ?? []).map((one) => one.path),
  ])
  const items = menuFor(modules, permissionsOfAll).flatMap((section) => section.items)
  expect(items.filter((item) => !addresses.has(item.to)).map((item) => item.to)).toEqual([])
})

it('names each noun once', () => {
  const names = nouns.map((noun) => noun.name)
  expect(names).toHaveLength(new Set(names).size)
})

it('lets nobody do what no permission is named for', () => {
  expect(permissionFor(nouns, 'schools', 'list')).toBe('school.read')
  expect(permissionFor(nouns, 'schools', 'create')).toBe('school.create')
  expect(permissionFor(nouns, 'schools', 'edit')).toBe('school.write')
  expect(permissionFor(nouns, 'schools', 'delete')).toBe('nobody')
  expect(permissionFor(nouns, 'jobs', 'list')).toBeUndefined()
})

it('knows where each thing that waits is dealt with, in both languages', () => {
  const flat = (tree: object) => Object.keys(flatTexts(tree as TextTree))
  for (const key of waitingKeys) {
    expect(addressOf(key)?.to.startsWith('/')).toBe(true)
    for (const texts of [zh, en])
      expect(flat(texts)).toEqual(
        expect.arrayContaining([`home.waiting.${key}.what`, `home.waiting.${key}.why`]),
      )
  }
})
