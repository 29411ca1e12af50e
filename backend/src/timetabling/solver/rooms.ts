/**
 * Which meeting is in which room (场地分配)? A meeting takes a free room that would do; where there is none, others at the
 * same time change rooms among themselves as far as that helps, before anybody has to give way. Pure.
 */
import { free, type Model, shut } from './model.js'
import type { Week } from './week.js'

export class Rooms {
  /** Of each meeting; −1: none. */
  readonly roomOf: Int32Array
  /** room × times + time → meeting. */
  private readonly inRoom: Int16Array
  private readonly visited: Int32Array
  private visit = 0
  /** Rooms for the members of the block before this one, while a question is answered. */
  private readonly claims: number[] = []
  /** Told when a meeting's room changes. */
  onChange: ((member: number) => void) | null = null
  /** Meetings whose room has changed since it was emptied. */
  readonly touched: number[] = []
  /** What a room would cost; without it the first free one is taken. */
  costOf: ((member: number, room: number) => number) | null = null

  constructor(
    private readonly model: Model,
    private readonly week: Week,
  ) {
    const { problem, times } = model
    this.roomOf = new Int32Array(problem.meetings.length).fill(free)
    this.inRoom = new Int16Array(problem.rooms.length * times).fill(free)
    this.visited = new Int32Array(problem.rooms.length)
    problem.rooms.forEach(({ unavailable }, room) =>
      unavailable.forEach((time) => {
        this.inRoom[room * times + time] = shut
      }),
    )
  }

  /** Whether all members of the block find rooms at the time; notes who has to give way. False: impossible. */
  ask(block: number, time: number): boolean {
    const members = this.model.roomedMembers[block]!
    this.claims.length = 0
    for (const member of members) {
      const room = this.freeRoom(member, time)
      if (room >= 0) {
        if (members.length > 1) this.claims.push(room)
        continue
      }
      if (this.model.problem.meetings[member]!.isRoomOptional) continue
      this.visit += 1
      for (const claimed of this.claims) this.visited[claimed] = this.visit
      if (this.canMakeRoom(member, time)) continue
      const emptied = this.cheapest(member, time)
      if (emptied < 0) return false
      if (members.length > 1) this.claims.push(emptied)
    }
    return true
  }

  /** Whether every member that needs a room has one. */
  areSettled(block: number): boolean {
    return this.model.roomedMembers[block]!.every(
      (member) => this.roomOf[member]! >= 0 || this.model.problem.meetings[member]!.isRoomOptional,
    )
  }

  /** Takes rooms for the block's members; `ask` has said that it is possible, and who had to give way is gone. */
  place(block: number, time: number): void {
    if (this.touched.length > 4096) this.touched.length = 0
    for (const member of this.model.roomedMembers[block]!) {
      this.visit += 1
      this.takeRoom(member, time)
    }
  }

  placeIn(block: number, time: number, roomOf: Int32Array): void {
    for (const member of this.model.roomedMembers[block]!) this.put(member, time, roomOf[member]!)
  }

  remove(block: number, time: number): void {
    for (const member of this.model.roomedMembers[block]!) this.put(member, time, free)
  }

  /** Whether the meeting's room could be this one, with nobody in it. */
  isFree(room: number, member: number, time: number): boolean {
    const { times } = this.model
    const { length } = this.model.problem.meetings[member]!
    for (let at = time; at < time + length; at += 1) if (this.inRoom[room * times + at] !== free) return false
    return true
  }

  /** Puts every touched meeting that stands in the week back into the room it had. */
  restore(roomOf: Int32Array): void {
    const changed = [...new Set(this.touched)].filter(
      (member) =>
        this.week.startOf[this.model.blockOf[member]!]! >= 0 && this.roomOf[member] !== roomOf[member],
    )
    const start = (member: number) => this.week.startOf[this.model.blockOf[member]!]!
    for (const member of changed) this.put(member, start(member), free)
    for (const member of changed) this.put(member, start(member), roomOf[member]!)
  }

  /** Moves a placed meeting into a room that is free. */
  change(member: number, room: number): void {
    const time = this.week.startOf[this.model.blockOf[member]!]!
    this.put(member, time, free)
    this.put(member, time, room)
  }

  private put(member: number, time: number, room: number): void {
    const { times } = this.model
    const { length } = this.model.problem.meetings[member]!
    const former = this.roomOf[member]!
    this.touched.push(member)
    if (former >= 0) for (let at = time; at < time + length; at += 1) this.inRoom[former * times + at] = free
    this.roomOf[member] = room
    if (room >= 0) for (let at = time; at < time + length; at += 1) this.inRoom[room * times + at] = member
    this.onChange?.(member)
  }

  private isGoing(meeting: number): boolean {
    return this.week.isConflicting(this.model.blockOf[meeting]!)
  }

  private roomsOf(member: number): readonly number[] {
    const { rooms, locked } = this.model.problem.meetings[member]!
    return locked && locked.room !== null ? [locked.room] : rooms
  }

  // A room in which nobody is, or only who has to give way anyhow.
  private freeRoom(member: number, time: number): number {
    const { times } = this.model
    const { length } = this.model.problem.meetings[member]!
    for (const room of this.roomsOf(member)) {
      if (this.claims.length > 0 && this.claims.includes(room)) continue
      let at = time
      while (at < time + length) {
        const other = this.inRoom[room * times + at]!
        if (other !== free && (other === shut || !this.isGoing(other))) break
        at += 1
      }
      if (at === time + length) return room
    }
    return -1
  }

  /** The only meeting in the room during the periods, −1 for nobody, −2 for several or shut. */
  private soleIn(room: number, time: number, length: number): number {
    const { times } = this.model
    let sole = free
    for (let at = time; at < time + length; at += 1) {
      const other = this.inRoom[room * times + at]!
      if (other === free || other === sole || (other >= 0 && this.isGoing(other))) continue
      if (other === shut || sole !== free) return shut
      sole = other
    }
    return sole
  }

  // A chain of moves, each into a room whose one user moves on; the last one into a free room.
  private canMakeRoom(member: number, time: number): boolean {
    const { length } = this.model.problem.meetings[member]!
    for (const room of this.roomsOf(member)) {
      if (this.visited[room] === this.visit) continue
      this.visited[room] = this.visit
      const sole = this.soleIn(room, time, length)
      if (sole === shut) continue
      if (sole === free) return true
      if (
        this.roomsOf(sole).length > 1 &&
        this.canMakeRoom(sole, this.week.startOf[this.model.blockOf[sole]!]!)
      )
        return true
    }
    return false
  }

  private takeRoom(member: number, time: number): boolean {
    const rooms = this.roomsOf(member)
    const open = this.bestFree(member, time)
    if (open >= 0) {
      this.put(member, time, open)
      return true
    }
    const { length } = this.model.problem.meetings[member]!
    for (const room of rooms) {
      if (this.visited[room] === this.visit) continue
      this.visited[room] = this.visit
      const sole = this.soleIn(room, time, length)
      if (sole < 0 || this.roomsOf(sole).length <= 1) continue
      const start = this.week.startOf[this.model.blockOf[sole]!]!
      this.put(sole, start, free)
      if (this.takeRoom(sole, start)) {
        this.put(member, time, room)
        return true
      }
      this.put(sole, start, room)
    }
    return false
  }

  private bestFree(member: number, time: number): number {
    let best = -1
    let bestCost = Infinity
    for (const room of this.roomsOf(member)) {
      if (this.visited[room] === this.visit || !this.isFree(room, member, time)) continue
      const cost = this.costOf?.(member, room) ?? 0
      if (cost < bestCost) {
        bestCost = cost
        best = room
      }
      if (cost === 0) break
    }
    return best
  }

  // The room whose users cost least to send away.
  private cheapest(member: number, time: number): number {
    const { times, blockOf, isLocked } = this.model
    const { length } = this.model.problem.meetings[member]!
    let best = -1
    let bestCost = Infinity
    for (const room of this.roomsOf(member)) {
      if (this.claims.includes(room)) continue
      let cost = 0
      for (let at = time; at < time + length && cost < Infinity; at += 1) {
        const other = this.inRoom[room * times + at]!
        if (other === shut || (other >= 0 && isLocked[blockOf[other]!])) cost = Infinity
        else if (other >= 0 && !this.isGoing(other)) cost += this.week.costs[blockOf[other]!]!
      }
      if (cost < bestCost) {
        bestCost = cost
        best = room
      }
    }
    if (best < 0) return -1
    for (let at = time; at < time + length; at += 1) {
      const other = this.inRoom[best * times + at]!
      if (other >= 0 && !this.week.giveWay(blockOf[other]!)) return -1
    }
    return best
  }
}
