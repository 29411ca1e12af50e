import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import englishMessages from 'ra-language-english'
import { describe, expect, it } from 'vitest'
import { modules } from '../office/modules'
import { loadEnglish, messagesOf } from './i18n'
import { flatTexts, mergeTexts, type TextTree } from './texts'
import * as chinese from './zh'

const texts = modules.map((module) => module.texts)
const [zh, en] = [flatTexts(messagesOf('zh', texts)), flatTexts(messagesOf('en', texts))]
const keys = (texts_: Record<string, string>) => Object.keys(texts_).sort()
const placeholders = (text: string): string[] =>
  [...new Set([...text.matchAll(/%\{(\w+)\}/g)].map((match) => match[1] ?? ''))]
    .filter((name) => name !== 'smart_count')
    .sort()

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? sources(path) : /(?<!\.spec)\.tsx?$/.test(entry.name) ? [path] : []
  })
}

describe('the texts of the office', () => {
  it('are the same keys in both languages', () => expect(keys(en)).toEqual(keys(zh)))
  it('have no empty words', () => {
    for (const all of [zh, en]) expect(keys(all).filter((key) => all[key] === '')).toEqual([])
  })
  it('put in the same values', () => {
    const different = keys(zh).filter(
      (key) =>
        !key.startsWith('ra.') && placeholders(zh[key] ?? '').join() !== placeholders(en[key] ?? '').join(),
    )
    expect(different).toEqual([])
  })
  it('translate all of react-admin', () =>
    expect(keys(flatTexts(chinese.reactAdmin as unknown as TextTree))).toEqual(
      keys(flatTexts(englishMessages as unknown as TextTree)),
    ))
  it('are Chinese where they are Chinese', () => {
    const latin = keys(zh).filter((key) =>
      /[a-z]{3,}/i.test(
        (zh[key] ?? '')
          .replace(/%\{\w+\}/g, '')
          .replace(/JavaScript|MB|xlsx|xls|csv|PDF|Word|Excel|BAN-\d/g, ''),
      ),
    )
    expect(latin).toEqual([])
    const halfWidth = keys(zh).filter((key) => /[\u4e00-\u9fff][,:;!?]/.test(zh[key] ?? ''))
    expect(halfWidth).toEqual([])
  })
  it('have every key that is asked for by name', () => {
    const missing = sources(join(import.meta.dirname, '..'))
      .filter((path) => !path.includes('/parents/') && !path.includes('/src/publications/'))
      .flatMap((path) => {
        const code = readFileSync(path, 'utf8')
        return [...code.matchAll(/translate\(\s*'([a-z][\w.-]+)'/gi)]
          .map((match) => match[1] ?? '')
          .filter((key) => zh[key] === undefined)
          .map((key) => `${path}: ${key}`)
      })
    expect(missing).toEqual([])
  })
})

it('English that is loaded on demand says the same', async () => {
  const atOnce = flatTexts(mergeTexts(...texts.map((each) => each.en)))
  expect(flatTexts(await loadEnglish())).toEqual(atOnce)
})

it('merging keeps what both sides say', () => {
  expect(mergeTexts({ a: { x: '1' }, b: '2' }, { a: { y: '3' }, b: '4' })).toEqual({
    a: { x: '1', y: '3' },
    b: '4',
  })
})

it('no key is said in two ways by two files', () => {
  const files = import.meta.glob<{ zh: TextTree; en: TextTree }>('../office/**/texts.ts', { eager: true })
  const twice: string[] = []
  for (const language of ['zh', 'en'] as const) {
    const said = new Map<string, [file: string, sentence: unknown]>()
    for (const [file, words] of Object.entries(files))
      for (const [key, sentence] of Object.entries(flatTexts(words[language]))) {
        const first = said.get(key)
        if (first && first[1] !== sentence) twice.push(`${language} ${key}: ${first[0]}, ${file}`)
        else said.set(key, [file, sentence])
      }
  }
  expect(twice).toEqual([])
})
