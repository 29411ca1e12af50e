import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { auditRules, ruleOf, runningRules } from './rules.js'

const files = readdirSync(join(__dirname, 'rules')).filter((name) => !name.endsWith('spec.ts'))

describe('the audit rules', () => {
  it('are all in the list, each in the file of its code', () => {
    expect(files.sort()).toEqual(auditRules.map(({ code }) => `${code.replaceAll('_', '-')}.ts`).sort())
    expect(ruleOf.size).toBe(28)
  })

  it('are the twenty of the field and eight more, and either run or name what they wait for', () => {
    const numbers = auditRules.flatMap(({ number }) => (number === null ? [] : [number]))
    expect(numbers).toEqual(Array.from({ length: 20 }, (_, index) => index + 1))
    expect(runningRules).toHaveLength(18)
    for (const rule of auditRules) expect('find' in rule).toBe(rule.waitsFor === null)
  })
})
