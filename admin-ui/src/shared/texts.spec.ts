import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import englishMessages from 'ra-language-english'
import { describe, expect, it } from 'vitest'
import { modules } from '../office/modules'
import { messagesOf } from './i18n'
import { mergeTexts, textKeys, type TextTree } from './texts'
import * as chinese from './zh'

const texts = modules.map(module => module.texts)
const [zh, en] = [messagesOf('zh', texts), messagesOf('en', texts)]
const at = (tree: TextTree, key: string): unknown => key.split('.').reduce<unknown>((here, part) => (here as TextTree | undefined)?.[part], tree)
const placeholders = (text: string): string[] => [...new Set([...text.matchAll(/%\{(\w+)\}/g)].map(match => match[1] ?? ''))].filter(name => name !== 'smart_count').sort()

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? sources(path) : /(?<!\.spec)\.tsx?$/.test(entry.name) ? [path] : []
  })
}

describe('the texts of the office', () => {
  it('are the same keys in both languages', () => expect(textKeys(en).sort()).toEqual(textKeys(zh).sort()))
  it('have no empty words', () => {
    for (const tree of [zh, en]) expect(textKeys(tree).filter(key => at(tree, key) === '')).toEqual([])
  })
  it('put in the same values', () => {
    const different = textKeys(zh).filter(key => !key.startsWith('ra.') && placeholders(String(at(zh, key))).join() !== placeholders(String(at(en, key))).join())
    expect(different).toEqual([])
  })
  it('translate all of react-admin', () => expect(textKeys(chinese.reactAdmin as unknown as TextTree).sort()).toEqual(textKeys(englishMessages as unknown as TextTree).sort()))
  it('are Chinese where they are Chinese', () => {
    const latin = textKeys(zh).filter(key => /[a-z]{3,}/i.test(String(at(zh, key)).replace(/%\{\w+\}/g, '').replace(/JavaScript|MB|xlsx/g, '')))
    expect(latin).toEqual([])
    const halfWidth = textKeys(zh).filter(key => /[\u4e00-\u9fff][,:;!?]/.test(String(at(zh, key))))
    expect(halfWidth).toEqual([])
  })
  it('have every key that is asked for by name', () => {
    const missing = sources(join(import.meta.dirname, '..')).filter(path => !path.includes('/parents/')).flatMap(path => {
      const code = readFileSync(path, 'utf8')
      return [...code.matchAll(/translate\(\s*'([a-z][\w.-]+)'/gi)].map(match => match[1] ?? '').filter(key => typeof at(zh, key) !== 'string').map(key => `${path}: ${key}`)
    })
    expect(missing).toEqual([])
  })
})

it('merging keeps what both sides say', () => {
  expect(mergeTexts({ a: { x: '1' }, b: '2' }, { a: { y: '3' }, b: '4' })).toEqual({ a: { x: '1', y: '3' }, b: '4' })
})
