/** The school that was named by its code (学校标识码). */
import { School } from '../organisation/index.js'
import type { Database } from '../platform/database/database.js'
import { CommandProblem } from './command-problem.js'

export async function schoolOf(database: Database, code: string): Promise<School> {
  const school = await database.read.findOneBy(School, { code })
  if (!school) throw new CommandProblem('cli.unknown_school', { school: code })
  return school
}
