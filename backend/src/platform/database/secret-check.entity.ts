/** One sealed word (密钥校验): only with the secret that sealed everything else can it be opened. */
import { Entity } from 'typeorm'
import { Id, Text } from './columns.js'

@Entity()
export class SecretCheck {
  @Id() id!: number
  @Text(200) wordSealed!: string
}
