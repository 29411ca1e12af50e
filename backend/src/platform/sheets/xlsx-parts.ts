/** The parts of an .xlsx file that say what its cells hold (xlsx 部件): found by their relations, unpacked one at a time. */
import { builtInFormats, shownDecimals } from './number-formats.js'
import { UnreadableSheet } from './unreadable-sheet.js'
import type { ReadLimits } from './workbook.js'
import { readXmlPart, type XmlBudget, type XmlListener } from './xml-parts.js'
import { listEntries, readEntry, type ZipEntry } from './zip-parts.js'

const mib = 1024 * 1024
const smallPart = 4 * mib

export interface SheetPart {
  readonly name: string
  readonly isHidden: boolean
  /** null: a chart sheet, or a part that is not there */
  readonly entry: ZipEntry | null
}

interface Relation {
  readonly type: string
  readonly target: string
}

/** '../a' beside 'xl/worksheets/x' → 'xl/a'; lower case, as names of parts are compared. */
function resolved(folder: string, target: string): string {
  const path = target.startsWith('/') ? target : `${folder}/${target}`
  const parts: string[] = []
  for (const part of path.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  }
  return parts.join('/').toLowerCase()
}

const folderOf = (path: string) => path.slice(0, Math.max(0, path.lastIndexOf('/')))
const attribute = (attributes: Readonly<Record<string, string>>, name: string): string | undefined => {
  if (attributes[name] !== undefined) return attributes[name]
  const found = Object.keys(attributes).find((each) => each.endsWith(`:${name}`))
  return found === undefined ? undefined : attributes[found]
}
export const isTrue = (flag: string | undefined): boolean => flag === '1' || flag === 'true' || flag === 'on'

export class XlsxParts {
  private readonly byName = new Map<string, ZipEntry>()
  private readonly workbookPath: string
  private readonly relations: ReadonlyMap<string, Relation>
  date1904 = false
  readonly sheets: SheetPart[] = []

  constructor(
    private readonly bytes: Buffer,
    private readonly limits: ReadLimits,
    readonly budget: XmlBudget,
  ) {
    for (const entry of listEntries(bytes, limits)) {
      const name = entry.name.toLowerCase()
      if (this.byName.has(name)) throw new UnreadableSheet('sheets.truncated')
      this.byName.set(name, entry)
    }
    const path = this.findWorkbook()
    if (path === null) throw new UnreadableSheet('sheets.not_a_sheet')
    this.workbookPath = path
    this.checkContents()
    this.relations = this.relationsOf(path)
    this.readWorkbook()
  }

  read(entry: ZipEntry, listener: XmlListener): void {
    readXmlPart(readEntry(this.bytes, entry), this.budget, listener)
  }

  ofType(ending: string): ZipEntry | null {
    const found = [...this.relations.values()].find(({ type }) => type.endsWith(ending))
    return found ? (this.byName.get(resolved(folderOf(this.workbookPath), found.target)) ?? null) : null
  }

  /** Decimals that are always shown, by the number of a cell's style. */
  shownDecimals(): number[] {
    const entry = this.ofType('/styles')
    const formats = new Map<string, string>()
    const decimals: number[] = []
    if (!entry) return decimals
    let isCells = false
    this.readSmall(entry, {
      open(name, attributes) {
        if (name === 'numFmt') formats.set(attributes['numFmtId'] ?? '', attributes['formatCode'] ?? '')
        else if (name === 'cellXfs') isCells = true
        else if (name === 'xf' && isCells) {
          const id = attributes['numFmtId'] ?? ''
          decimals.push(shownDecimals(formats.get(id) ?? builtInFormats[Number(id)]))
        }
      },
      close(name) {
        if (name === 'cellXfs') isCells = false
      },
    })
    return decimals
  }

  private readSmall(entry: ZipEntry, listener: XmlListener): void {
    if (entry.inflated > smallPart) throw new UnreadableSheet('sheets.zip_bomb')
    this.read(entry, listener)
  }

  // By the relation of the package, as the standard says; else under its usual name.
  private findWorkbook(): string | null {
    const stated = [...this.relationsOf('').values()].find(({ type }) => type.endsWith('/officeDocument'))
    const path = stated && resolved('', stated.target)
    const isWorkbook = (name: string) => /^(?:xl\/)?workbook\d{0,3}\.xml$/.test(name)
    if (path && isWorkbook(path) && this.byName.has(path)) return path
    return [...this.byName.keys()].find(isWorkbook) ?? null
  }

  // Nothing in it is used; but a file whose list of contents is no XML was not written by a spreadsheet program.
  private checkContents(): void {
    const entry = this.byName.get('[content_types].xml')
    if (entry) this.readSmall(entry, { open: () => undefined })
  }

  private relationsOf(path: string): Map<string, Relation> {
    const folder = folderOf(path)
    const file = `${folder === '' ? '' : `${folder}/`}_rels/${path.slice(folder === '' ? 0 : folder.length + 1)}.rels`
    const entry = this.byName.get(file)
    const relations = new Map<string, Relation>()
    if (!entry) return relations
    this.readSmall(entry, {
      open(name, attributes) {
        if (name !== 'Relationship') return
        relations.set(attributes['Id'] ?? '', {
          type: attributes['Type'] ?? '',
          target: attributes['Target'] ?? '',
        })
      },
    })
    return relations
  }

  private readWorkbook(): void {
    const folder = folderOf(this.workbookPath)
    this.readSmall(this.byName.get(this.workbookPath)!, {
      open: (name, attributes) => {
        if (name === 'workbookPr') this.date1904 = isTrue(attributes['date1904'])
        if (name !== 'sheet') return
        if (this.sheets.length >= this.limits.sheets)
          throw new UnreadableSheet('sheets.too_many_sheets', { limit: this.limits.sheets })
        const relation = this.relations.get(attribute(attributes, 'id') ?? '')
        const isSheet = relation?.type.endsWith('/worksheet') ?? false
        const entry = isSheet ? this.byName.get(resolved(folder, relation!.target)) : undefined
        if (isSheet && !entry) throw new UnreadableSheet('sheets.truncated')
        this.sheets.push({
          name: attributes['name'] ?? `Sheet${this.sheets.length + 1}`,
          isHidden: /hidden/i.test(attributes['state'] ?? ''),
          entry: entry ?? null,
        })
      },
    })
  }
}
