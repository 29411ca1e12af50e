import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const src = join(__dirname, '../../src')
const controllers = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.controller.ts') && !file.startsWith('platform'),
)

// What a handler says it answers: an Out, a list or page of them, a file, or nothing.
const allowed = /^(?:Promise<)?(?:void|StreamableFile|Page<\w+Out>|\w+Out(?:\[\])?)>?$/

function handlers(file: string): { name: string; answer: string | undefined }[] {
  const text = readFileSync(join(src, file), 'utf8')
  const parts = text.split(/^ {2}@(?:Get|Post|Put|Patch|Delete)\(/m).slice(1)
  return parts.map((part) => {
    const signature = /^ {2}(?:async )?(\w+)\([\s\S]*?\)(?:: ([^\n]+?))? \{$/m.exec(part)
    return { name: `${file} ${signature?.[1] ?? part.slice(0, 40)}`, answer: signature?.[2] }
  })
}

describe('answers of controllers', () => {
  it('are Outs and never entities', () => {
    const all = controllers.flatMap(handlers)
    expect(all.length).toBeGreaterThan(90)
    expect(all.filter(({ answer }) => !answer || !allowed.test(answer))).toEqual([])
  })

  it('that open a door are marked, so that they are never kept', () => {
    const { paths, components } = JSON.parse(readFileSync(join(src, '../openapi.json'), 'utf8')) as {
      paths: Record<string, Record<string, { operationId: string; responses: object }>>
      components: { schemas: Record<string, { properties?: object }> }
    }
    const opening = Object.entries(components.schemas)
      .filter(([, { properties = {} }]) =>
        ['oneTimePassword', 'qrSvg', 'recoveryCodes'].some((name) => name in properties),
      )
      .map(([name]) => name)
    const operations = Object.values(paths).flatMap((path) => Object.values(path))
    const answering = operations.filter(({ responses }) =>
      opening.some((name) => JSON.stringify(responses).includes(`schemas/${name}"`)),
    )
    expect(answering.length).toBeGreaterThanOrEqual(4)
    expect(
      answering.filter((each) => !('x-secret-answer' in each)).map(({ operationId }) => operationId),
    ).toEqual([])
  })

  it('carry nothing sealed or hashed', () => {
    const outs = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.dto.ts'),
    )
    const leaks = outs.flatMap((file) =>
      [
        ...readFileSync(join(src, file), 'utf8').matchAll(
          /^ {2}(\w*(?:Sealed|passwordHash|tokenHash|codeHash|phoneHash|NumberHash|IdHash))[!?]?:/gm,
        ),
      ].map((match) => `${file} ${match[1]}`),
    )
    expect(leaks).toEqual([])
  })
})
