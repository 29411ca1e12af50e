/** One thing, one name: every table stands in docs/glossary.md, and no name stands there twice. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { entities } from '../../src/entities.js'

describe('the glossary', () => {
  const text = readFileSync(join(process.cwd(), '../docs/glossary.md'), 'utf8')
  const names = [...text.matchAll(/^\| [^|]+ \| `(\w+)` \|/gm)].map(([, name]) => name)

  it('has every table', () => {
    expect(entities.map(({ name }) => name).filter((name) => !names.includes(name))).toEqual([])
  })

  it('has no name twice', () => {
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([])
  })
})
