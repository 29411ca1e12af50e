export interface FetRun {
  /** Null when it had to be killed. */
  readonly cpuSeconds: number | null
  readonly isSolved: boolean
  readonly isKilled: boolean
  /** Its *_activities.xml. */
  readonly answer: Uint8Array | null
  /** The last it said. */
  readonly said: string
}
export function runFet(file: string, seconds: number, seed: number): Promise<FetRun>
