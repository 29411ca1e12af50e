import { type PayingLevel, NotEntitledOut } from '../../entitlement/index.js'

export class ClassDifferenceOut {
  homeClassId!: number
  className!: string
  kind!: 'same' | 'changed' | 'new' | 'gone'
  beforeFen!: number
  afterFen!: number
  differenceFen!: number
  why!: string[]
  /** Sessions planned up to the count day whose day is over: 0 is worth a question. */
  sessions!: number | null
}

export class LevelDifferenceOut {
  level!: PayingLevel
  beforeFen!: number
  afterFen!: number
  differenceFen!: number
}

export class DifferencesOut {
  declarationId!: number
  countedOn!: string
  /** Why the school is entitled to nothing now; then nothing is compared. */
  notEntitled!: NotEntitledOut | null
  declaredFen!: number
  entitledFen!: number | null
  totalDifferenceFen!: number | null
  classes!: ClassDifferenceOut[]
  levels!: LevelDifferenceOut[]
  /** A declaration of the chain that is not yet approved: the difference belongs there. */
  openId!: number | null
  maySupplement!: boolean
}

export class RecomputationOut {
  declarationId!: number
  ruleVersion!: number
  agrees!: boolean
  declaredFen!: number
  recomputedFen!: number | null
  snapshotHash!: string | null
  /** The hash over what is stored now. */
  recomputedHash!: string
  /** What was compared, and what came out. */
  findings!: string[]
  sentences!: string[]
}
