/** What one audit rule finds, as it is said: for a school, or for a region with those below it. */
import type { RunningRule } from '../src/oversight/audit-rules/audit-rule.js'
import type { School } from '../src/organisation/index.js'
import { Sentences } from '../src/platform/sentences.js'
import type { TestApp } from './app.js'

export async function foundBy(test: TestApp, rule: RunningRule, where: School | string): Promise<string[]> {
  const [regionCode, schoolId] =
    typeof where === 'string' ? [where, null] : ([where.regionCode, where.id] as const)
  const scope = { regionCode, schoolId, today: test.clock.today() }
  const found = await rule.find(test.database.read, scope)
  const sentences = test.nest.get(Sentences)
  return found.map(({ params }) => sentences.say({ code: `finding.${rule.code}`, params }, 'zh'))
}
