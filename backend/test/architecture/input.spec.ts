import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const src = join(__dirname, '../../src')
const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))
const text = (file: string) => readFileSync(join(src, file), 'utf8')

/** What class-validator and Nest mean by these reaches further than a column does. */
const ours = [
  { name: 'IsOptional', from: 'class-validator' },
  { name: 'IsInt', from: 'class-validator' },
  { name: 'ParseIntPipe', from: '@nestjs/common' },
  { name: 'ValidateNested', from: 'class-validator' },
]

describe('what comes in', () => {
  it.each(ours)('is not checked with $name of $from', ({ name, from }) => {
    const imports = new RegExp(`import \\{[^}]*\\b${name}\\b[^}]*\\} from '${from}'`)
    expect(
      files.filter((file) => imports.test(text(file)) && file !== join('platform', 'http', 'items.ts')),
    ).toEqual([])
  })

  it('that may be null says so, and what says so may be null', () => {
    const field = /((?:^ {2}@.*\n(?: {4}.*\n| {2}[)}\]].*\n)*)+) {2}(\w+)([?!]): ([^\n]+)\n/gm
    const wrong = files
      .filter((file) => file.endsWith('.dto.ts'))
      .flatMap((file) =>
        [...text(file).matchAll(field)]
          .filter(([, decorators]) =>
            /@(Optional|Nullable|Part|Items|Is[A-Z]|Length|Matches)/.test(decorators!),
          )
          .filter(
            ([, decorators, , mark, type]) =>
              decorators!.includes('@Nullable()') !== type!.endsWith('| null') ||
              (mark === '?' && !decorators!.includes('@ValidateIf(')) !== decorators!.includes('@Optional()'),
          )
          .map(([, , name]) => `${file} ${name}`),
      )
    expect(wrong).toEqual([])
  })

  it('as a filter is read by somebody: what is declared and ignored shows a person the wrong rows', () => {
    const readers = files.filter((file) => !/\.(dto|spec|e2e-spec|entity)\.ts$/.test(file))
    const ignored = files
      .filter((file) => file.endsWith('.dto.ts'))
      .flatMap((file) => {
        const queries = text(file).matchAll(/^export class (\w+Query) [^\n]*\{\n([\s\S]*?)^\}/gm)
        return [...queries].flatMap(([, name, body]) => {
          const reading = readers
            .filter(
              (other) => dirname(other) === dirname(file) || new RegExp(`\\b${name}\\b`).test(text(other)),
            )
            .map(text)
            .join('\n')
          return [...body!.matchAll(/^ {2}(\w+)[?!]?: /gm)]
            .filter(([, field]) => !new RegExp(`\\b${field}\\b`).test(reading))
            .map(([, field]) => `${file} ${name}.${field}`)
        })
      })
    expect(ignored).toEqual([])
  })
})
