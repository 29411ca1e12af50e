import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import englishMessages from 'ra-language-english'
import { describe, expect, it } from 'vitest'
import { modules } from '../office/modules'
import { loadEnglish, messagesOf } from './i18n'
import * as english from './en'
import { flatTexts, mergeTexts, type Texts, type TextTree } from './texts'
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

const files: Record<string, Texts> = {
  ...import.meta.glob<Texts>('../office/**/*{texts,Texts}.ts', { eager: true }),
  './zh.ts, ./en.ts': { zh: chinese.kit, en: english.kit },
}

it('no key is said by two files, not even in the same words', () => {
  const twice: string[] = []
  for (const language of ['zh', 'en'] as const) {
    const said = new Map<string, string>()
    for (const [file, words] of Object.entries(files))
      for (const key of Object.keys(flatTexts(words[language]))) {
        if (said.has(key)) twice.push(`${language} ${key}: ${said.get(key)}, ${file}`)
        said.set(key, file)
      }
  }
  expect(twice).toEqual([])
})

/** The code of the office without its words. */
const codeOf = (folder: string) =>
  sources(join(import.meta.dirname, folder))
    .filter(
      (path) =>
        !/\/src\/(parents|publications)\/|texts\.ts$|\/shared\/(zh|en|zh-react-admin)\.ts$/i.test(path),
    )
    .map((path) => [path, readFileSync(path, 'utf8')] as const)
const quotedIn = (code: string) =>
  [...code.matchAll(/['"`]([\w/-]+(?:\.[\w/-]+)*)['"`]/g)].map(([, text]) => text!)

it('what is shared uses no words of a module', () => {
  const own = flatTexts(mergeTexts(chinese.reactAdmin as unknown as TextTree, chinese.kit))
  const others = codeOf('.').flatMap(([path, code]) =>
    quotedIn(code)
      .filter((text) => text in zh && !(text in own))
      .map((key) => `${path}: ${key}`),
  )
  expect(others).toEqual([])
})

describe('every word is used', () => {
  const sourceFiles = codeOf('..')
  const all = sourceFiles.map(([, code]) => code).join('\n')
  const quoted = new Set(quotedIn(all))
  const parts = new Set(all.match(/[\w-]+/g))
  // States are looked for by their name, and StatusChip.tsx names more of them than there are.
  const states = new Set(
    sourceFiles.flatMap(([path, code]) => (path.endsWith('StatusChip.tsx') ? [] : quotedIn(code))),
  )
  // What the server alone names: actions, tables and steps.
  const named =
    /^(system\.audit\.(actions|verbs)|entities|kit\.events|resources\.[^.]+\.events|funding\.(kinds|sources)|findings\.things|steps|errors\.job)\./
  const arePartsOf = (text: string) => text.split('.').every((part) => parts.has(part))
  // `funding.kinds.${kind}`: some words that stand in the code. Two values side by side may be anything.
  const templates = [...all.matchAll(/`([a-z][\w-]*\.(?:[\w.-]|\$\{(?:[^{}]|\{[^}]*\})*\})*)`/gi)]
    .map(([, text]) => text!.replaceAll(/\$\{(?:[^{}]|\{[^}]*\})*\}/g, '*'))
    .filter((text) => text.includes('*'))
  const patterns = [...new Set(templates)].map((text) => ({
    pattern: new RegExp(`^${text.replaceAll('.', '\\.').replaceAll(/\*+/g, '([\\w./-]+)')}$`),
    isAny: text.includes('**'),
  }))
  const isBuilt = (key: string) =>
    patterns.some(({ pattern, isAny }) => {
      const found = pattern.exec(key)
      return found !== null && (isAny || found.slice(1).every(arePartsOf))
    })
  /** `choiceFilter('figure', figures, 'funding.figures')`: what stands above it is named. */
  const isUnder = (key: string) =>
    [...key.matchAll(/\./g)].some(({ index }) => {
      const above = key.slice(0, index)
      return above.includes('.') && quoted.has(above) && arePartsOf(key.slice(index + 1))
    })
  /** React-admin asks for the name of a noun and of each field. */
  const isOfNoun = (key: string) => {
    const [first, noun = '', kind, ...rest] = key.split('.')
    return (
      first === 'resources' &&
      quoted.has(noun) &&
      (kind === 'name' || (kind === 'fields' && rest.every((part) => parts.has(part))))
    )
  }
  const isUsed = (key: string) =>
    /^states\.[^.]+$/.test(key)
      ? states.has(key.slice('states.'.length))
      : quoted.has(key) || named.test(key) || isBuilt(key) || isUnder(key) || isOfNoun(key)

  it.each(Object.entries(files))('%s', (_file, words) =>
    expect(Object.keys(flatTexts(words.zh)).filter((key) => !isUsed(key))).toEqual([]),
  )
})

it('of refusals only those have words here about which the server says nothing', () =>
  expect(keys(zh).filter((key) => key.startsWith('errors.'))).toEqual([
    'errors.client.too_large',
    'errors.client.unreachable',
    'errors.client.unsure',
    'errors.internal',
  ]))

describe('the office calls by the names of the server', () => {
  type Names = Record<string, { zh: string; en: string }>
  const server = import.meta.glob<Record<string, Names>>(
    [
      '../../../backend/src/ledger/journal/accounts.ts',
      '../../../backend/src/entitlement/standards/purposes.ts',
    ],
    { eager: true },
  )
  const ofServer = (name: string): Names => Object.values(server).find((file) => name in file)![name]!
  const ofOffice = (kind: string, code: string) => [zh, en].map((words) => words[`funding.${kind}.${code}`])

  it('accounts', () => {
    for (const [code, name] of Object.entries(ofServer('accounts')))
      expect(ofOffice('accounts', code)).toEqual([name.zh, name.en])
  })
  it('purposes, which stand by themselves here and begin with a capital', () => {
    for (const [code, name] of Object.entries(ofServer('purposeNames')))
      expect(ofOffice('purposes', code)).toEqual([name.zh, name.en[0]!.toUpperCase() + name.en.slice(1)])
  })
})
