/** How is a declaration printed (申报表)? As a paper to sign, in Word or PDF. */
import { Injectable } from '@nestjs/common'
import type { StreamableFile } from '@nestjs/common'
import type { Actor } from '../../access/index.js'
import { localDateOf, instantOf } from '../../platform/calendar.js'
import { type PaperFormat, sendPaper } from '../../platform/documents/index.js'
import { sendWorkbook } from '../../platform/http/send-workbook.js'
import { classTable, declarationPaper } from './declaration-paper.js'
import { DeclarationReadingService } from './reading.service.js'

@Injectable()
export class DeclarationPapersService {
  constructor(private readonly declarations: DeclarationReadingService) {}

  /** Dated by its last change, so that the same declaration is the same file. */
  async send(actor: Actor, id: number, format: PaperFormat): Promise<StreamableFile> {
    const declaration = await this.declarations.get(actor, id)
    const paper = declarationPaper(declaration, localDateOf(instantOf(declaration.updatedAt)), actor.language)
    return sendPaper(paper.title, format, paper)
  }

  /** The same table as a sheet, to calculate with. */
  async classes(actor: Actor, id: number): Promise<StreamableFile> {
    const declaration = await this.declarations.get(actor, id)
    const { title } = declarationPaper(
      declaration,
      localDateOf(instantOf(declaration.updatedAt)),
      actor.language,
    )
    const { columns, rows, total } = classTable(declaration, actor.language)
    return sendWorkbook(`declaration-${id}`, [
      {
        name: actor.language === 'zh' ? '各班明细' : 'Classes',
        caption: `${declaration.schoolName} ${title}`,
        columns: columns.map(({ title: name, kind }) => ({ title: name, kind, width: 16 })),
        rows: [...rows, ...(total ? [total] : [])],
      },
    ])
  }
}
