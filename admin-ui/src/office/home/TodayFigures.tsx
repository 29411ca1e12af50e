/** A few figures of the own schools; a role sees those of its work, each leads to the page that explains it. */
import { useTranslate } from 'react-admin'
import { Figure, Figures } from '../../shared/Figure'
import { printCount, printShare, printWan, printFen } from '../../shared/format'
import { useMay, useTongue } from '../../shared/hooks'
import { useScope, useScopedTo } from '../../shared/scope'
import type { Today } from './TodayPart'

export function TodayFigures({ today }: { today: Today }) {
  const translate = useTranslate()
  const tongue = useTongue()
  const scoped = useScopedTo()
  const { schoolId } = useScope()
  const [mayStatistics, maySatisfaction] = [useMay('statistics.read'), useMay('satisfaction.read')]
  const isOfMany = schoolId === undefined
  const {
    studentCount,
    takingPartCount,
    sessionsTodayCount,
    openSurveyInvited,
    openSurveyAnswered,
    moneyLeftFen,
    schoolCount,
    plansFiledCount,
    schoolsDeclaredCount,
  } = today
  const partOf = (part: number, whole: number) =>
    translate('home.partOf', { part: printCount(part), whole: printCount(whole) })
  const to = (isAllowed: boolean, path: string) => (isAllowed ? { to: scoped(path) } : {})
  const figures = [
    takingPartCount !== null && studentCount !== null && (
      <Figure
        key="part"
        label={translate('home.takingPart')}
        value={printShare(takingPartCount, studentCount)}
        help={partOf(takingPartCount, studentCount)}
        {...to(mayStatistics, '/statistics/coverage')}
      />
    ),
    !isOfMany && sessionsTodayCount !== null && (
      <Figure
        key="sessions"
        label={translate('home.sessionsToday')}
        value={printCount(sessionsTodayCount)}
        help={translate(sessionsTodayCount === 0 ? 'home.noSessions' : 'home.sessionsHelp')}
        {...to(true, '/sessions')}
      />
    ),
    openSurveyInvited !== null && openSurveyAnswered !== null && (
      <Figure
        key="survey"
        label={translate('home.survey')}
        value={printShare(openSurveyAnswered, openSurveyInvited)}
        help={partOf(openSurveyAnswered, openSurveyInvited)}
        {...to(maySatisfaction, '/satisfaction')}
      />
    ),
    moneyLeftFen !== null && (
      <Figure
        key="money"
        label={translate('home.moneyLeft')}
        value={
          <span title={printFen(moneyLeftFen)}>
            {isOfMany ? printWan(moneyLeftFen, tongue) : printFen(moneyLeftFen)}
          </span>
        }
        help={translate('home.moneyHelp', { year: today.today.slice(0, 4) })}
        {...to(true, isOfMany ? '/statistics/money' : '/funding/board')}
      />
    ),
    isOfMany && plansFiledCount !== null && (
      <Figure
        key="plans"
        label={translate('home.notFiled')}
        value={printCount(schoolCount - plansFiledCount)}
        help={translate('home.filed', { part: printCount(plansFiledCount), whole: printCount(schoolCount) })}
        {...to(true, '/plans')}
      />
    ),
    isOfMany && schoolsDeclaredCount !== null && (
      <Figure
        key="declared"
        label={translate('home.notDeclared')}
        value={printCount(schoolCount - schoolsDeclaredCount)}
        help={translate('home.declared', {
          part: printCount(schoolsDeclaredCount),
          whole: printCount(schoolCount),
        })}
        {...to(true, '/declarations')}
      />
    ),
  ].filter(Boolean)
  return figures.length === 0 ? null : <Figures>{figures}</Figures>
}
