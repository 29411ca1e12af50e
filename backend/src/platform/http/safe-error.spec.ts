import { QueryFailedError } from 'typeorm'
import { RuleBroken } from '../errors.js'
import { safeError } from './safe-error.js'
import { safeWords } from './safe-logger.js'

const child = '王小明 140213201809010011'

describe('an error in a log', () => {
  it('has its class, its code and where it was thrown, and no word of a query', () => {
    const driver = Object.assign(
      new Error(`Duplicate entry '${child}' for key\n    at ${child} (the student)`),
      {
        code: 'ER_DUP_ENTRY',
        sql: `INSERT INTO student VALUES ('${child}')`,
        sqlMessage: child,
      },
    )
    const said = safeError(new QueryFailedError(`SELECT '${child}'`, [child], driver))
    expect(JSON.stringify(said)).not.toMatch(/王小明|140213|SELECT|INSERT/)
    expect(said).toMatchObject({ name: 'QueryFailedError', code: 'ER_DUP_ENTRY' })
    expect(said.frames.length).toBeGreaterThan(0)
    expect(said.frames[0]).toMatch(/^at /)
  })

  it('takes no line of a message for a frame', () => {
    const error = new Error(`first\n    at ${child} (/etc/passwd:1:1)\nlast`)
    expect(JSON.stringify(safeError(error))).not.toContain('王小明')
    error.stack = `Error: ${child}\n${child}\n    at ok (/app/x.js:1:2)\n    at ${child}`
    expect(safeError(error).frames.join()).not.toContain('王小明')
  })

  it('tells the cause in the same way, and what is no error by its type', () => {
    const error = new Error(child, { cause: new RuleBroken('people.no_term', { child }) })
    expect(safeError(error)).toMatchObject({
      name: 'Error',
      cause: { name: 'RuleBroken', code: 'people.no_term' },
    })
    expect(JSON.stringify(safeError(error))).not.toContain('王小明')
    expect(safeError(child)).toEqual({ name: 'string', code: null, frames: [] })
  })
})

describe('the words of the framework', () => {
  it('hold no words of an error, however it is given', () => {
    const error = new Error(child)
    for (const said of [safeWords(error), safeWords(error.stack), safeWords(child, [error.stack])]) {
      expect(JSON.stringify(said)).not.toContain('王小明')
      expect((said as { frames: string[] }).frames.length).toBeGreaterThan(0)
    }
    expect(safeWords('the port is taken', ['context'])).toBe('the port is taken')
  })
})
