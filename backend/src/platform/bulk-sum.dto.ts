import { BulkOut } from './bulk.dto.js'

export class BulkSumOut extends BulkOut {
  /** The sum of those that were done. */
  doneFen!: number
}
