/** The kinds of columns (字段类型) there are, once for entities and once for migrations, the same on every database. */
import {
  Column,
  ForeignKey,
  Index,
  PrimaryColumn,
  PrimaryGeneratedColumn,
  TableColumn,
  TableForeignKey,
  type ValueTransformer,
} from 'typeorm'
import { toFen } from '../money.js'
import { foreignKeyName } from './naming.js'

interface Nullable {
  nullable?: boolean
}

const fenTransformer: ValueTransformer = {
  to: (value: number | null | undefined) => (value === null || value === undefined ? value : toFen(value)),
  from: (value: string | number | null) => (value === null ? null : toFen(value)),
}

const jsonTransformer: ValueTransformer = {
  to: (value: unknown) => (value === undefined ? undefined : value === null ? null : JSON.stringify(value)),
  from: (value: string | null) => (value === null ? null : (JSON.parse(value) as unknown)),
}

const bigTransformer: ValueTransformer = {
  to: (value: number | null | undefined) => value,
  from: (value: string | number | null) => (value === null ? null : Number(value)),
}

const revisionTransformer: ValueTransformer = {
  to: (value: number | undefined) => value ?? 0,
  from: (value: number) => value,
}

// Entities. Property decorators, so that an entity reads as a list of nouns.
export const Id = () => PrimaryGeneratedColumn()
/** A key drawn at random, where the order of arrival must not be told. */
export const RandomId = () => PrimaryColumn({ type: 'bigint', transformer: bigTransformer })
export const Text = (length: number, { nullable = false }: Nullable = {}) =>
  Column({ type: 'varchar', length, nullable })
export const Json = ({ nullable = false }: Nullable = {}) =>
  Column({ type: 'text', nullable, transformer: jsonTransformer })
export const Count = ({ nullable = false }: Nullable = {}) => Column({ type: 'int', nullable })
export const Flag = () => Column({ type: 'boolean' })
export const FenAmount = ({ nullable = false }: Nullable = {}) =>
  Column({ type: 'bigint', nullable, transformer: fenTransformer })
export const On = ({ nullable = false }: Nullable = {}) => Column({ type: 'date', nullable })
export const TimeOfDay = ({ nullable = false }: Nullable = {}) =>
  Column({ type: 'varchar', length: 5, nullable })
export const At = ({ nullable = false }: Nullable = {}) =>
  Column({ type: 'datetime', precision: 3, nullable })
/** How often a thing with states was moved or changed: 0 when it is made, then one more each time (see Transitions). */
export const Revision = () => Column({ type: 'int', transformer: revisionTransformer })
export const State = () => Column({ type: 'varchar', length: 30 })

/**
 * A key of another row: column, index and a foreign key that restricts both ways. `isFirstOf` names the composite key
 * that begins with it and serves in its place, where every index costs (the ledger).
 */
export function Reference(
  target: () => new () => object,
  {
    nullable = false,
    unique = false,
    isFirstOf,
  }: Nullable & { unique?: boolean; isFirstOf?: readonly string[] } = {},
): PropertyDecorator {
  return (prototype, property) => {
    Column({ type: 'int', nullable })(prototype, property)
    if (!isFirstOf) Index({ unique })(prototype, property)
    ForeignKey(target, { onDelete: 'RESTRICT', onUpdate: 'RESTRICT' })(prototype, property)
  }
}

/** A number of a key that has several, by which the rows lie; with a target it is that row's key. */
export function KeyPart(target?: () => new () => object): PropertyDecorator {
  return (prototype, property) => {
    PrimaryColumn({ type: 'int' })(prototype, property)
    if (target) ForeignKey(target, { onDelete: 'RESTRICT', onUpdate: 'RESTRICT' })(prototype, property)
  }
}

/** A key of a row whose key is drawn at random. */
export function RandomReference(target: () => new () => object): PropertyDecorator {
  return (prototype, property) => {
    Column({ type: 'bigint', transformer: bigTransformer })(prototype, property)
    Index()(prototype, property)
    ForeignKey(target, { onDelete: 'RESTRICT', onUpdate: 'RESTRICT' })(prototype, property)
  }
}

/** A key of a row further right in the module order: kept without a foreign key, since those point left only. */
export function LooseReference({ nullable = false }: Nullable = {}): PropertyDecorator {
  return (prototype, property) => {
    Column({ type: 'int', nullable })(prototype, property)
    Index()(prototype, property)
  }
}

// Migrations. The same kinds as columns of TypeORM's Table.
export const column = {
  id: (isSqlite: boolean) =>
    new TableColumn({
      name: 'id',
      type: isSqlite ? 'integer' : 'int',
      isPrimary: true,
      isGenerated: true,
      generationStrategy: 'increment',
    }),
  randomId: () => new TableColumn({ name: 'id', type: 'bigint', isPrimary: true }),
  randomReference: (name: string) => new TableColumn({ name, type: 'bigint' }),
  text: (name: string, length: number, isNullable = false) =>
    new TableColumn({ name, type: 'varchar', length: String(length), isNullable }),
  longText: (name: string, isNullable = false) => new TableColumn({ name, type: 'text', isNullable }),
  integer: (isSqlite: boolean, name: string, isNullable = false) =>
    new TableColumn({ name, type: isSqlite ? 'integer' : 'int', isNullable }),
  flag: (isSqlite: boolean, name: string) =>
    new TableColumn({ name, type: isSqlite ? 'boolean' : 'tinyint', ...(isSqlite ? {} : { width: 1 }) }),
  fen: (name: string, isNullable = false) => new TableColumn({ name, type: 'bigint', isNullable }),
  on: (name: string, isNullable = false) => new TableColumn({ name, type: 'date', isNullable }),
  at: (name: string, isNullable = false) =>
    new TableColumn({ name, type: 'datetime', precision: 3, isNullable }),
}

export function reference(table: string, name: string, target: string): TableForeignKey {
  return new TableForeignKey({
    name: foreignKeyName(table, [name]),
    columnNames: [name],
    referencedTableName: target,
    referencedColumnNames: ['id'],
    onDelete: 'RESTRICT',
    onUpdate: 'RESTRICT',
  })
}
