/** What stands in a file of the bank (银行回单文件), as of today and by the formats that the person has? Nothing is written. */
import { Injectable } from '@nestjs/common'
import type { Actor } from '../../access/index.js'
import { Clock } from '../../platform/calendar.js'
import type { Upload } from '../../platform/http/upload.js'
import { ChooseFormatService } from '../bank-formats/choose-format.service.js'
import { type BankFile, readBankFile } from './read-bank-file.js'

@Injectable()
export class BankFilesService {
  constructor(
    private readonly clock: Clock,
    private readonly formats: ChooseFormatService,
  ) {}

  /** Throws what `readBankFile` throws. */
  async read(actor: Actor, upload: Upload): Promise<BankFile> {
    return readBankFile(actor, upload, this.clock.today(), await this.formats.forReturn(actor))
  }
}
