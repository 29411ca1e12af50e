/** The contract as the fuzz reads it (接口约定): every operation with what it takes and answers. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Schema {
  readonly $ref?: string
  readonly type?: string
  readonly nullable?: boolean
  readonly enum?: readonly (string | number)[]
  readonly pattern?: string
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly minItems?: number
  readonly maxItems?: number
  readonly items?: Schema
  readonly allOf?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
}

export interface Operation {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly path: string
  readonly parameters: readonly {
    readonly name: string
    readonly in: 'path' | 'query' | 'header'
    readonly schema: Schema
  }[]
  /** Of a JSON body. */
  readonly body: Schema | null
  /** Of a form with a file. */
  readonly form: Schema | null
  readonly answer: Schema | null
  readonly access:
    | { readonly kind: 'allow'; readonly permission: string }
    | { readonly kind: 'signed-in' | 'public' }
}

interface Written {
  parameters?: Operation['parameters']
  requestBody?: { content: Record<string, { schema: Schema }> }
  responses: Record<string, { content?: Record<string, { schema?: Schema }> }>
  'x-access': Operation['access']
}

const contract = JSON.parse(readFileSync(join(__dirname, '../../openapi.json'), 'utf8')) as {
  paths: Record<string, Record<string, Written>>
  components: { schemas: Record<string, Schema> }
}

export const operations: readonly Operation[] = Object.entries(contract.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, written]) => ({
    method: method.toUpperCase() as Operation['method'],
    path,
    parameters: written.parameters ?? [],
    body: written.requestBody?.content['application/json']?.schema ?? null,
    form: written.requestBody?.content['multipart/form-data']?.schema ?? null,
    answer:
      Object.entries(written.responses).find(([status]) => status.startsWith('2'))?.[1].content?.[
        'application/json'
      ]?.schema ?? null,
    access: written['x-access'],
  })),
)

/** What stands behind references; `allOf` is the generator's way to describe a reference. */
export function resolved(schema: Schema): Schema {
  if (schema.$ref) return contract.components.schemas[schema.$ref.split('/').at(-1)!]!
  if (schema.allOf?.length === 1) return { ...resolved(schema.allOf[0]!), nullable: schema.nullable ?? false }
  return schema
}

/** Where an answer is not what the contract says; empty: it is. Only the first few items of a list are looked at. */
export function differences(schema: Schema, value: unknown, at = ''): string[] {
  const is = resolved(schema)
  if (value === null) return is.nullable || !is.type ? [] : [`${at} is null`]
  if (is.enum && !is.enum.includes(value as string)) return [`${at} is none of the enum`]
  if (is.type === 'array') {
    if (!Array.isArray(value)) return [`${at} is no list`]
    return value.slice(0, 3).flatMap((item) => differences(is.items ?? {}, item, `${at}[]`))
  }
  if (is.type === 'object' && is.properties) {
    if (typeof value !== 'object' || Array.isArray(value)) return [`${at} is no object`]
    const row = value as Record<string, unknown>
    const missing = (is.required ?? [])
      .filter((name) => !(name in row))
      .map((name) => `${at}.${name} is missing`)
    const fields = Object.entries(is.properties).filter(([name]) => row[name] !== undefined)
    return [...missing, ...fields.flatMap(([name, inner]) => differences(inner, row[name], `${at}.${name}`))]
  }
  const types: Record<string, string> = {
    string: 'string',
    number: 'number',
    integer: 'number',
    boolean: 'boolean',
  }
  const wanted = types[is.type ?? '']
  return wanted && typeof value !== wanted ? [`${at} is a ${typeof value} and no ${wanted}`] : []
}
