/** The child's next days, today first. */
import { useCallback, useState } from 'preact/hooks'
import { addDays, printDayOfYear, printTimeRange, today } from '../../shared/format'
import { surveys, week, type Child, type WeekDay, type WeekSession } from '../api'
import { SurveyCard } from '../messages/SurveyCard'
import { Loading, Nothing, Refusal, useAsked } from '../ui'
import { tongue, w, type WordKey } from '../words'

export function Week({ child, onChoose }: { child: Child; onChoose: (studentId: number) => void }) {
  const now = today()
  const [from, setFrom] = useState(now)
  const { data, error, again } = useAsked(
    useCallback(() => week(child.studentId, from), [child.studentId, from]),
  )
  const { data: open } = useAsked(surveys)
  const waiting = open?.filter((one) => !one.isAnswered && one.studentId === child.studentId) ?? []
  const hasAny = data?.days.some((day) => day.sessions.length > 0)
  return (
    <>
      {from === now && waiting.map((one) => <SurveyCard key={one.id} invitation={one} onChoose={onChoose} />)}
      <div class="week-head">
        <h1>{w('thisWeek')}</h1>
        <div class="pair">
          {from !== now && (
            <button type="button" class="plain" onClick={() => setFrom(addDays(from, -7))}>
              {w('previousWeek')}
            </button>
          )}
          <button type="button" class="plain" onClick={() => setFrom(addDays(from, 7))}>
            {w('nextWeek')}
          </button>
        </div>
      </div>
      {error ? (
        <Refusal error={error} onRetry={again} />
      ) : !data ? (
        <Loading />
      ) : (
        <>
          {!hasAny && <Nothing why={w('noWeek')} next={w('noWeekNext')} />}
          {data.days.map((day) => (
            <Day key={day.dayOn} day={day} now={now} isKnown={hasAny === true} />
          ))}
        </>
      )}
    </>
  )
}

const kindWords: Partial<Record<NonNullable<WeekDay['kind']>, WordKey>> = {
  weekend: 'weekend',
  holiday: 'holiday',
  makeup_day: 'makeup_day',
}

/** `isKnown`: whether the week has a timetable; without one nobody knows that there is nothing on a day. */
function Day({ day, now, isKnown }: { day: WeekDay; now: string; isKnown: boolean }) {
  const when = day.dayOn === now ? w('todayIs') : day.dayOn === addDays(now, 1) ? w('tomorrow') : ''
  const word = day.kind === null ? undefined : kindWords[day.kind]
  const kind = day.note ?? (word ? w(word) : '')
  return (
    <section
      class={`day${day.dayOn === now ? ' today' : ''}`}
      aria-label={printDayOfYear(day.dayOn, tongue())}
    >
      <h2>
        {when && <span class="when">{when}</span>} {printDayOfYear(day.dayOn, tongue())}{' '}
        {kind && <span class={`tag${day.kind === 'makeup_day' ? '' : ' neutral'}`}>{kind}</span>}
      </h2>
      {isKnown && day.sessions.length === 0 && day.movedAway.length === 0 && (
        <p class="quiet">{w('noSessions')}</p>
      )}
      {day.sessions.map((session) => (
        <Session key={session.id} session={session} isToday={day.dayOn === now} />
      ))}
      {day.movedAway.map((one) => (
        <p key={one.id} class="moved">
          {one.plannedStartTime} {one.courseName}{' '}
          <span class="tag">
            {w('movedAway', { day: printDayOfYear(one.heldOn, tongue()), time: one.startTime })}
          </span>
        </p>
      ))}
    </section>
  )
}

/** What is other than usual, in plain words; never why a teacher is away. */
export function changeWords(session: WeekSession, isToday: boolean): string[] {
  const day = (on: string) => printDayOfYear(on, tongue())
  if (session.status !== 'planned')
    return session.madeUpOn ? [w('cancelledMadeUp', { day: day(session.madeUpOn) })] : [w('cancelled')]
  return [
    ...(session.makesUpOn ? [w('makesUp', { day: day(session.makesUpOn) })] : []),
    ...(session.movedFromOn ? [w('movedFrom', { day: day(session.movedFromOn) })] : []),
    ...(session.wasStartTime && !session.movedFromOn
      ? [w('timeChanged', { time: session.startTime, was: session.wasStartTime })]
      : []),
    ...(session.isSubstituted && session.teacherName
      ? [w(isToday ? 'substitutedToday' : 'substituted', { teacher: session.teacherName })]
      : []),
    ...(session.isRoomChanged && session.roomName ? [w('roomChanged', { room: session.roomName })] : []),
  ]
}

const Session = ({ session, isToday }: { session: WeekSession; isToday: boolean }) => {
  const isOff = session.status !== 'planned'
  return (
    <div class={`session${isOff ? ' off' : ''}`}>
      <p class="time">{printTimeRange(session.startTime, session.endTime)}</p>
      <div>
        <p class="strong">
          <span class="course">{session.courseName}</span>
        </p>
        <p class="quiet">{[session.roomName, session.teacherName].filter(Boolean).join(' · ')}</p>
        {changeWords(session, isToday).map((words) => (
          <p key={words}>
            <span class={`tag${isOff ? ' refused' : ''}`}>{words}</span>
          </p>
        ))}
        {isOff && session.reason && <p class="quiet">{session.reason}</p>}
      </div>
    </div>
  )
}
