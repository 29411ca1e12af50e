/** Where else could a session go on a day (调课可选的时段和场地)? Every slot and room, with the sentence that speaks against it. */
import { Injectable } from '@nestjs/common'
import type { Actor } from '../../access/index.js'
import { Room } from '../../organisation/index.js'
import { Database } from '../../platform/database/database.js'
import { Sentences } from '../../platform/sentences.js'
import { overlap, SlotsService } from '../../timetabling/index.js'
import type { Moment } from './print-moment.js'
import { clashProblem, type Problem, SessionChecks } from './session-checks.service.js'
import { standingClashes } from './session-clashes.js'
import type { SessionChoicesOut, SessionChoicesQuery, SessionRoomOut } from './sessions.dto.js'
import { SessionsService } from './sessions.service.js'

@Injectable()
export class SessionChoicesService {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionsService,
    private readonly checks: SessionChecks,
    private readonly slots: SlotsService,
    private readonly sentences: Sentences,
  ) {}

  async choices(
    actor: Actor,
    id: number,
    { heldOn, startTime, endTime }: SessionChoicesQuery,
  ): Promise<SessionChoicesOut> {
    const manager = this.database.read
    const session = await this.sessions.require(manager, actor, id)
    const say = (problem: Problem | null | undefined) =>
      problem ? this.sentences.say(problem, actor.language) : null
    const weekday = await this.checks.weekdayFollowed(manager, session.termId, heldOn)
    const others = await this.checks.standing(manager, session.schoolId, heldOn, [id])
    const shared = await this.checks.shared(manager, { sectionId: session.sectionId, heldOn }, others)
    const teacherProblem = await this.checks.teacherProblem(manager, actor, session.teacher!, heldOn)
    const wanted = (moment: Moment) => ({
      ...moment,
      sectionId: session.sectionId,
      teacherId: session.teacherId,
      roomId: session.roomId,
      homeClassId: session.section!.homeClassId,
    })
    const slots = (await this.slots.ofTerm(manager, session.schoolId, session.termId)).filter(
      (slot) => slot.weekday === weekday,
    )
    const slotRows = await Promise.all(
      slots.map(async (slot) => {
        const moment = { heldOn, startTime: slot.startTime, endTime: slot.endTime }
        const clashes = standingClashes(wanted(moment), others, shared)
        const clash = clashes.find((each) => each.code !== 'scheduling.room_busy')
        const message = say(
          (await this.checks.dayProblem(manager, actor, session, moment)) ??
            teacherProblem ??
            (clash && clashProblem(clash, actor.language)),
        )
        return {
          slotId: slot.id,
          startTime: slot.startTime,
          endTime: slot.endTime,
          isFree: message === null,
          message,
          isRoomTaken: clashes.some((each) => each.code === 'scheduling.room_busy'),
        }
      }),
    )
    const looked = { heldOn, startTime: startTime ?? session.startTime, endTime: endTime ?? session.endTime }
    const day =
      weekday === null ? await this.checks.dayProblem(manager, actor, session, looked) : teacherProblem
    const rooms = await manager.find(Room, {
      where: { schoolId: session.schoolId },
      order: { name: 'ASC', id: 'ASC' },
    })
    return {
      heldOn,
      message: say(day),
      slots: slotRows,
      rooms: rooms.map((room): SessionRoomOut => {
        const other = others.find((each) => each.roomId === room.id && overlap(each, looked))
        const message = say(
          this.checks.roomProblem(room, session.section!) ??
            (other && clashProblem({ code: 'scheduling.room_busy', other, count: 1 }, actor.language)),
        )
        return {
          roomId: room.id,
          name: room.name,
          capacity: room.capacity,
          isFree: message === null,
          message,
        }
      }),
    }
  }
}
