export class ObstacleOut {
  code!: string
  /** What is wrong, where, and how to mend it. */
  message!: string
  /** The section that could be left out; null: the week cannot be arranged as long as this stands. */
  sectionId!: number | null
}

export class ReadinessOut {
  /** Nothing stands in the way. */
  isReady!: boolean
  /** Something stands in the way that leaving sections out does not mend. */
  isImpossible!: boolean
  blocking!: ObstacleOut[]
  warnings!: ObstacleOut[]
  sectionCount!: number
  meetingCount!: number
  /** Meetings that stay where they are. */
  fixedCount!: number
  teacherCount!: number
  roomCount!: number
}
