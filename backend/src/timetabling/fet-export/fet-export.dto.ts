import { IsLocalDate, Optional } from '../../platform/http/validation.js'

export class FetExportQuery {
  /** Any day of the week that is written: odd and even weeks may differ. Left out: the present week. */
  @Optional()
  @IsLocalDate()
  on?: string
}
