/** The table of an entity: the name that it gives itself, else that of its class. */
import { getMetadataArgsStorage } from 'typeorm'
import type { entities } from '../../src/entities.js'
import { Naming } from '../../src/platform/database/naming.js'

const naming = new Naming()

export const tableOf = (entity: (typeof entities)[number]): string =>
  naming.tableName(entity.name, getMetadataArgsStorage().filterTables(entity)[0]?.name)
