/** An account's region comes from its school (账号归属地区): access asks here, inside its own transaction. */
import { Injectable, type OnModuleInit } from '@nestjs/common'
import { Places } from '../../access/index.js'
import { Region } from '../regions/region.entity.js'
import { School } from './school.entity.js'

@Injectable()
export class TellAccessWhereSchoolsAre implements OnModuleInit {
  constructor(private readonly places: Places) {}

  onModuleInit(): void {
    this.places.answerWith({
      regionOfSchool: async (tx, schoolId) =>
        (await tx.findOneBy(School, { id: schoolId }))?.regionCode ?? null,
      hasRegion: (tx, code) => tx.existsBy(Region, { code }),
    })
  }
}
