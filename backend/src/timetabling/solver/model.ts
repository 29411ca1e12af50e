/**
 * The problem in the form in which it is solved quickly (求解模型): meetings that must start together are one block, all
 * that can be at one place only is a resource, and what a resource's week may look like is a row of limits. Pure.
 */
import type { Problem, WeekRule } from './problem.js'

/** No limit. */
export const unlimited = 1_000_000
/** In an occupancy: nobody is there. */
export const free = -1
/** In an occupancy: nothing may ever be there. */
export const shut = -2

export interface Shape {
  maxDays: number
  maxADay: number
  minADay: number
  minEveryDay: boolean
  maxInARow: number
  maxGapsWeek: number
  maxGapsDay: number
  /** Days that may begin at the second period; unlimited: no rule. */
  earlyStart: number
}

export const relation = {
  apart: 0,
  touchIfSameDay: 1,
  sameDay: 2,
  samePeriod: 3,
  follows: 4,
  precedes: 5,
  after: 6,
  before: 7,
  sameStart: 8,
} as const

/** A relation of a block to another, seen from the block. */
export interface Relation {
  readonly kind: number
  readonly other: number
  /** Days between, or the length of what comes first. */
  readonly least: number
  /** For what has to touch: the other's length. */
  readonly otherLength: number
}

export interface Crowd {
  readonly blocks: readonly number[]
  /** 1 at the times that count. */
  readonly isCounted: Uint8Array
  readonly most: number
}

export interface Model {
  readonly problem: Problem
  readonly days: number
  readonly periods: number
  readonly times: number
  readonly blockCount: number
  readonly members: readonly (readonly number[])[]
  readonly blockOf: Int32Array
  /** Of each block: resources and, beside them, for how many periods each is needed. */
  readonly resources: readonly Int32Array[]
  readonly lengths: readonly Int32Array[]
  /** Longest of the members. */
  readonly blockLength: Int32Array
  /** 1: the block may start there as far as it alone is concerned. */
  readonly isAllowed: Uint8Array
  readonly starts: readonly Int32Array[]
  readonly isLocked: Uint8Array
  /** People first, in the order of the problem, then what stands for sets of meetings. */
  readonly resourceCount: number
  readonly shapes: readonly (Shape | null)[]
  /** Periods open to the resource, a mask for each day. */
  readonly open: Int32Array
  readonly blocksOf: readonly (readonly number[])[]
  readonly relations: readonly (readonly Relation[])[]
  readonly crowds: readonly Crowd[]
  readonly crowdsOf: readonly (readonly number[])[]
  readonly endsDay: Uint8Array
  readonly hasEnds: Uint8Array
  readonly hasAnyEnds: boolean
  /** Sections whose leader is chosen: position of the leader in each block's resources, else −1. */
  readonly leaderAt: Int32Array
  /** Of people who need time between buildings: so many periods; and the building of each block, −1 where it is open. */
  readonly hasBuildings: boolean
  readonly buildingGap: Int32Array
  readonly buildingOf: Int32Array
  readonly ledSections: readonly LedSection[]
  readonly ledSectionOf: Int32Array
  readonly roomedMembers: readonly (readonly number[])[]
  /** What is better for the week of one resource; a rule about some of a person's meetings has a resource of its own. */
  readonly wishedShapes: readonly { readonly resource: number; readonly rule: WeekRule }[]
}

export interface LedSection {
  readonly section: number
  readonly blocks: readonly number[]
  readonly leaders: readonly number[]
  /** Of a lock; null: free to choose. */
  readonly lockedLeader: number | null
  readonly periods: number
}
