/** Whatever code the sources give an error, or anything else that is said, has a sentence in both languages. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { sentences } from '../../src/app.module.js'
import { cliTexts } from '../../src/cli/texts.js'
import { warningCodes } from '../../src/spending/allotments/warnings.js'
import { unusualCodes } from '../../src/spending/payments/unusual.js'
import { auditRules } from '../../src/oversight/audit-rules/rules.js'
import { laxities, notEntitledReasons } from '../../src/entitlement/standards/choose-standards.js'
import { colleagueReasons } from '../../src/sessions/substitutions/rank-colleagues.js'
import { declarationPeriods } from '../../src/entitlement/standards/periods.js'
import { ruleProblems } from '../../src/entitlement/standards/rules.js'
import { Sentences } from '../../src/platform/sentences.js'

const src = join(__dirname, '../../src')
const errors =
  /^(SignedOut|Forbidden|Invalid|RuleBroken|StateConflict|TooMany|TooLarge|DatabaseUnavailable|CommandProblem)$/
const ofCommands = new Sentences(cliTexts)

/** The codes in a file; one that is put together ends with what is put in, as `*`. */
function codesIn(path: string): string[] {
  const source = ts.createSourceFile(
    path,
    readFileSync(join(src, path), 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  )
  const codes: string[] = []
  const literals = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) codes.push(node.text)
    else if (ts.isTemplateExpression(node)) codes.push(`${node.head.text}*`)
    else if (ts.isConditionalExpression(node)) [node.whenTrue, node.whenFalse].forEach(literals)
    else if (ts.isBinaryExpression(node)) literals(node.right)
  }
  const visit = (node: ts.Node): void => {
    if (ts.isNewExpression(node) && errors.test(node.expression.getText()) && node.arguments?.[0])
      literals(node.arguments[0])
    else if (ts.isCallExpression(node) && node.expression.getText() === 'Invalid.field')
      literals(node.arguments[1]!)
    else if (ts.isPropertyAssignment(node) && node.name.getText() === 'code') literals(node.initializer)
    ts.forEachChild(node, visit)
  }
  visit(source)
  // Schools, funds and categories have codes too, of another kind: columns.
  return codes.filter((code) => /^[a-z_]+\.(?!code$)[\w.*]+$/.test(code))
}

const found = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !/spec\.ts$|^demo/.test(path))
  .flatMap((path) => codesIn(path).map((code) => ({ code, path })))
const composed: Readonly<Record<string, readonly string[]>> = {
  'colleague.*': colleagueReasons,
  'finding.*': auditRules.filter((rule) => rule.waitsFor === null).map((rule) => rule.code),
  'funding.not_entitled_*': notEntitledReasons,
  'funding.period_by_*': declarationPeriods,
  'funding.rule_*': ruleProblems,
  'funding.school_laxer_*': laxities,
  'reminder.*': ['declaration_due', 'estimate_due', 'spending_due', 'finding_due'],
  'scheduling.fet_unknown_*': ['teacher', 'students', 'subject', 'room', 'activity', 'day', 'hour'],
  'scheduling.nothing_to_*': ['undo', 'redo'],
  'unusual.*': unusualCodes,
  'scheduling.slot_is_*': ['noon_care', 'early_care', 'evening_self_study', 'holiday_care'],
  // The validators have their own names; what nobody wrote a sentence for is "not right".
  'validation.*': ['other', 'isDefined', 'whitelistValidation'],
  'warning.*': warningCodes,
}
const isSaid = (code: string) => sentences.knows(code) || ofCommands.knows(code)
const whole = found.map((each) => each.code).filter((code) => !code.endsWith('*'))
const put = Object.entries(composed).flatMap(([code, ends]) => ends.map((end) => code.replace('*', end)))

describe('the sentences of codes', () => {
  it('are there for every code that the sources name', () => {
    expect(found.length).toBeGreaterThan(300)
    expect(found.filter(({ code }) => !code.endsWith('*') && !isSaid(code))).toEqual([])
  })

  it('are there for every code that is put together', () => {
    const unlisted = found.filter(({ code }) => code.endsWith('*') && !(code in composed))
    expect(unlisted).toEqual([])
    expect(put.filter((code) => !isSaid(code))).toEqual([])
  })

  it('name the same values in both languages', () => {
    const named = (code: string, language: 'zh' | 'en') => {
      const said = (sentences.knows(code) ? sentences : ofCommands).say({ code, params: {} }, language)
      return [...new Set(said.match(/\{\w+\}/g))].sort()
    }
    const differ = [...new Set([...whole, ...put])].filter(
      (code) => String(named(code, 'zh')) !== String(named(code, 'en')),
    )
    expect(differ).toEqual([])
  })

  it('stand in one file each', () => {
    const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((path) =>
      /(^|\/)texts\.ts$/.test(path),
    )
    const where = new Map<string, string>()
    const twice = files.flatMap((path) =>
      [...readFileSync(join(src, path), 'utf8').matchAll(/^ {2}'([a-z_]+\.\w+)': \{/gm)].flatMap(
        ([, code]) => {
          const first = where.get(code!)
          where.set(code!, path)
          return first ? [`${code}: ${first}, ${path}`] : []
        },
      ),
    )
    expect(where.size).toBeGreaterThan(300)
    expect(twice).toEqual([])
  })

  it('never are the bare code', () => {
    expect(sentences.say({ code: 'funding.no_such_code', params: {} }, 'en')).toContain(
      'Something went wrong',
    )
    expect(sentences.field({ field: 'name', code: 'validation.isUrl', params: {} }, 'en')).toMatchObject({
      field: 'name',
      code: 'validation.isUrl',
      message: 'This is not right.',
    })
  })
})
