/** What somebody objects to a publication (异议): a ticket with an answer and its day. */
import { Entity, Index } from 'typeorm'
import { At, Id, On, Reference, Revision, State, Text } from '../../platform/database/columns.js'
import { Publication } from './publication.entity.js'
import type { ObjectionStatus } from './publication.states.js'

@Entity()
@Index(['publicationId', 'status'])
@Index(['ticketHash'], { unique: true })
export class Objection {
  @Id() id!: number
  @Reference(() => Publication) publicationId!: number
  @Text(12) regionCode!: string
  /** Of the number that the objector got, to look up the answer. */
  @Text(64) ticketHash!: string
  @Text(1000) body!: string
  /** How to reach the objector, sealed; giving it is voluntary. */
  @Text(400, { nullable: true }) contactSealed!: string | null
  @State() status!: ObjectionStatus
  @Revision() revision!: number
  @Text(1000, { nullable: true }) reply!: string | null
  @On() dueOn!: string
  @At() receivedAt!: Date
  @At({ nullable: true }) answeredAt!: Date | null

  publication?: Publication
}
