/** Makes one request out of an operation of the contract (造请求): mostly right, with one or two things wrong in it. */
import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { type Operation, resolved, type Schema } from './contract.js'
import type { Draw } from './draw.js'
import type { OddFile } from './files.js'
import { oddBodies, oddHeaders, oddIds, oddQueries, oddText, oddValue } from './odd.js'
import type { PeopleAndThings, Person } from './people-and-things.js'

export interface Request {
  readonly method: Operation['method']
  readonly url: string
  readonly headers: Record<string, string>
  readonly payload?: string | Buffer
}

const boundary = 'kehou-fuzz'

export class Composer {
  private readonly patterns = new Map<string, readonly string[]>()

  constructor(
    private readonly things: PeopleAndThings,
    private readonly draw: Draw,
    private readonly files: readonly OddFile[],
  ) {}

  request(operation: Operation, person: Person | null): Request {
    const { draw } = this
    const wrongPart = draw.pick(['nothing', 'path', 'query', 'body', 'body', 'body', 'header'])
    const { payload, type } = this.body(operation, person, wrongPart === 'body')
    return {
      method: operation.method,
      url:
        this.path(operation, person, wrongPart === 'path') +
        this.query(operation, person, wrongPart === 'query'),
      headers: {
        host: 'kehou.test',
        'x-kehou': '1',
        'accept-language': draw.chance(0.3) ? 'en-GB' : 'zh-CN',
        ...(person ? { cookie: `kehou_sign_in=${person.cookie}` } : {}),
        ...(draw.chance(0.1) ? { 'idempotency-key': randomUUID() } : {}),
        ...(type === null ? {} : { 'content-type': type }),
        ...(wrongPart === 'header' ? draw.pick(oddHeaders) : {}),
      },
      ...(payload === null ? {} : { payload }),
    }
  }

  private path({ path, parameters }: Operation, person: Person | null, isWrong: boolean): string {
    return path.replace(/\{(\w+)\}/g, (_, name: string) => {
      if (isWrong && this.draw.chance(0.8)) return this.draw.pick(oddIds)
      const schema = parameters.find((each) => each.name === name && each.in === 'path')?.schema ?? {}
      return encodeURIComponent(String(this.value(name, schema, path, person)))
    })
  }

  private query({ path, parameters }: Operation, person: Person | null, isWrong: boolean): string {
    const { draw } = this
    const declared = parameters.filter((each) => each.in === 'query')
    const parts = declared
      .filter(({ name }) =>
        draw.chance(/^(schoolId|termId|fiscalYear|kind|from|to|on)$/.test(name) ? 0.6 : 0.15),
      )
      .map(({ name, schema }) => {
        const value =
          isWrong && draw.chance(0.4) ? oddText(draw) : this.queryValue(name, schema, path, person)
        return `${encodeURIComponent(name)}=${encodeURIComponent(value.replace(/\p{Cs}/gu, '\ufffd'))}`
      })
    if (isWrong && draw.chance(0.6)) parts.push(draw.pick(oddQueries))
    return parts.length > 0 ? `?${parts.join('&')}` : ''
  }

  private queryValue(name: string, schema: Schema, path: string, person: Person | null): string {
    if (name === 'ids') return String(this.things.idFor('ids', path, person, this.draw))
    if (name === 'sort') return this.draw.pick(['id', 'name', 'createdAt', 'status', 'schoolId', 'amountFen'])
    return String(this.value(name, schema, path, person))
  }

  private body(
    { body, form, method, path }: Operation,
    person: Person | null,
    isWrong: boolean,
  ): { payload: string | Buffer | null; type: string | null } {
    const { draw } = this
    if (method === 'GET') return { payload: null, type: null }
    if (isWrong && draw.chance(0.12)) {
      const [type, payload] = draw.pick(oddBodies)
      return { payload, type }
    }
    if (form) return this.form(form, path, person, isWrong)
    if (!body) return { payload: isWrong ? '{}' : null, type: isWrong ? 'application/json' : null }
    if (method === 'PATCH' && draw.chance(0.15)) return { payload: '{}', type: 'application/json' }
    const value = this.value('', body, path, person) as object
    const wrongs = isWrong ? 1 + draw.below(2) : 0
    for (let i = 0; i < wrongs; i += 1) this.spoil(value)
    return { payload: JSON.stringify(value), type: 'application/json' }
  }

  /** Puts one thing wrong somewhere inside. */
  private spoil(value: object): void {
    const { draw } = this
    const names = Object.keys(value)
    if (names.length === 0 || draw.chance(0.08)) {
      const extra = draw.pick(['unknown', 'constructor', 'toString', 'id', 'status', 'schoolId'])
      Object.defineProperty(value, extra, {
        value: oddValue(draw),
        enumerable: true,
        configurable: true,
        writable: true,
      })
      return
    }
    const name = draw.pick(names) as keyof typeof value
    const inner: unknown = value[name]
    const place = value as Record<string, unknown>
    if (typeof inner === 'object' && inner !== null && Object.keys(inner).length > 0 && draw.chance(0.6)) {
      if (Array.isArray(inner) && draw.chance(0.3)) inner.push(structuredClone(inner[0]))
      else this.spoil(inner)
    } else if (draw.chance(0.12) && !Array.isArray(value)) delete place[name]
    else if (draw.chance(0.2)) place[name] = null
    else if (draw.chance(0.1)) place[name] = [inner]
    else place[name] = oddValue(draw)
  }

  private form(
    schema: Schema,
    path: string,
    person: Person | null,
    isWrong: boolean,
  ): { payload: Buffer; type: string } {
    const { draw } = this
    const fields = Object.entries(schema.properties ?? {}).map(([name, inner]) => {
      if (name === 'file') return this.filePart()
      if (isWrong && draw.chance(0.2)) return Buffer.alloc(0)
      const value = isWrong && draw.chance(0.3) ? oddText(draw) : this.value(name, inner, path, person)
      return Buffer.from(
        `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${String(value)}\r\n`,
      )
    })
    const whole = Buffer.concat([...fields, Buffer.from(`--${boundary}--\r\n`)])
    const payload = isWrong && draw.chance(0.4) ? whole.subarray(0, draw.below(whole.length)) : whole
    return { payload, type: `multipart/form-data; boundary=${boundary}` }
  }

  private filePart(): Buffer {
    const { name, bytes } = this.draw.pick(this.files)
    return Buffer.concat([
      Buffer.from(
        `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n`,
      ),
      bytes,
      Buffer.from('\r\n'),
    ])
  }

  /** Something that the contract allows, and where the name says more than the contract, what fits the name. */
  private value(name: string, schema: Schema, path: string, person: Person | null): unknown {
    const { draw } = this
    const is = resolved(schema)
    if (is.nullable && draw.chance(0.1)) return null
    if (is.enum) return draw.pick(is.enum)
    if (is.type === 'object' || is.properties) return this.object(is, path, person)
    if (is.type === 'array') {
      const count = Math.max(is.minItems ?? 0, draw.below(4))
      return Array.from({ length: count }, () => this.value(name, is.items ?? {}, path, person))
    }
    if (is.type === 'boolean') return draw.chance(0.5)
    if (is.type === 'number' || is.type === 'integer') return this.number(name, is, path, person)
    return this.text(name, is)
  }

  private object(is: Schema, path: string, person: Person | null): object {
    const names = Object.entries(is.properties ?? {}).filter(
      ([name]) => is.required?.includes(name) || this.draw.chance(0.5),
    )
    return Object.fromEntries(names.map(([name, inner]) => [name, this.value(name, inner, path, person)]))
  }

  private number(name: string, is: Schema, path: string, person: Person | null): number {
    const { draw } = this
    if (name === 'id' || /Ids?$/.test(name) || name === 'ids' || name === 'with')
      return this.things.idFor(name, path, person, draw)
    if (name.endsWith('Year')) return draw.pick([2025, 2026, 2026, 2026, 2027])
    if (name.endsWith('Fen')) return draw.pick([0, 1, 100, 2_400_00, 6_000_000])
    if (name === 'revision') return 1 + draw.below(3)
    const least = is.minimum ?? 1
    return least + draw.below(Math.min((is.maximum ?? least + 12) - least, 50) + 1)
  }

  private text(name: string, { pattern, minLength = 0, maxLength = 30 }: Schema): string {
    const { draw } = this
    if (pattern) return draw.pick(this.matching(pattern))
    if (/(On|^from|^to|asOf|^countDay)$/.test(name))
      return `2026-${draw.pick(['09', '10', '11', '12'])}-${draw.pick(['01', '07', '16', '20', '30'])}`
    if (/[mM]onth$/.test(name)) return draw.pick(['2026-09', '2026-10', '2026-12'])
    if (/(^time|Time)$/.test(name)) return draw.pick(['08:00', '16:20', '17:10', '18:00'])
    if (name === 'password' || name === 'currentPassword') return 'kehou-demo-2026'
    const text = draw.pick(['课后服务', '王小明', 'A room', '四年级美术', '2026', '按计划'])
    return text.padEnd(minLength, '一').slice(0, Math.max(maxLength, minLength))
  }

  private matching(pattern: string): readonly string[] {
    let found = this.patterns.get(pattern)
    if (!found) {
      found = fc.sample(fc.stringMatching(new RegExp(pattern)), { seed: pattern.length, numRuns: 12 })
      this.patterns.set(pattern, found)
    }
    return found
  }
}
