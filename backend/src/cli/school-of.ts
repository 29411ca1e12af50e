/** The school that was named by its code (学校标识码). */
import { School } from '../organisation/index.js'
import type { Database } from '../platform/database/database.js'
import { CommandProblem } from './command-problem.js'

export async function schoolOf(database: Database, code: string): Promise<School> {
  const school = await database.read.findOneBy(School, { code })
  if (!school)
    throw new CommandProblem(
      `没有标识码为“${code}”的学校。用 kehou schools 查看。`,
      `There is no school with the code "${code}". See kehou schools.`,
    )
  return school
}
