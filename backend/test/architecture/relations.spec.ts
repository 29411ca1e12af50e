import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DataSource } from 'typeorm'
import { entities } from '../../src/entities.js'
import { Naming } from '../../src/platform/database/naming.js'
import { moduleOrder } from './module-order.js'

const src = join(__dirname, '../../src')
const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.entity.ts'),
)

const moduleOf = (className: string) => {
  const file = files.find((candidate) =>
    new RegExp(`export class ${className} `).test(readFileSync(join(src, candidate), 'utf8')),
  )
  return file!.split('/')[0]!
}

describe('tables', () => {
  const source = new DataSource({
    type: 'better-sqlite3',
    database: ':memory:',
    entities,
    namingStrategy: new Naming(),
  })
  beforeAll(() => source.initialize())
  afterAll(() => source.destroy())

  it('are all known to the application', () => {
    expect(entities).toHaveLength(files.length)
  })

  it('refer only to tables of modules to their left, and restrict both ways', () => {
    const order = moduleOrder()
    const wrong = source.entityMetadatas.flatMap((metadata) =>
      metadata.foreignKeys.flatMap((key) => {
        const [from, to] = [moduleOf(metadata.name), moduleOf(key.referencedEntityMetadata.name)]
        const isLeft = order.indexOf(to) <= order.indexOf(from)
        return isLeft && key.onDelete === 'RESTRICT' && key.onUpdate === 'RESTRICT'
          ? []
          : [`${from}/${metadata.name} → ${to}/${key.referencedEntityMetadata.name}`]
      }),
    )
    expect(wrong).toEqual([])
  })

  it('carry the school wherever they belong to one', () => {
    const regional = new Set([
      'Job',
      'AuditEntry',
      'AuditChain',
      'HandledRequest',
      'Transition',
      'User',
      'SignIn',
      'RetiredToken',
      'SecondFactor',
      'RecoveryCode',
      'Attempt',
      'SecretCheck',
      'HandledRequest',
      'LedgerAnchor',
      'LedgerAnchorEnd',
      'Region',
      'School',
      'Term',
      'CalendarDay',
      'Category',
      'Fund',
      'FundingStandard',
      'FundPolicy',
      'Objection',
      'Appropriation',
      'Survey',
      'Question',
    ])
    const without = source.entityMetadatas
      .filter((metadata) => !metadata.findColumnWithPropertyName('schoolId') && !regional.has(metadata.name))
      .map((metadata) => metadata.name)
    expect(without).toEqual([])
  })
})
