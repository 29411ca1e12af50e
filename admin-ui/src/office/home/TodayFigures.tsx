/** A few figures of the own schools; a role sees those of its work, each leads to the page that explains it. */
import { useTranslate } from 'react-admin'
import type { Schemas } from '../../api/contract'
import { Figure, Figures } from '../../shared/Figure'
import { printCount, printShare, printWan, printFen } from '../../shared/format'
import { useMay, useTongue } from '../../shared/hooks'
import { useScope, useScopedTo } from '../../shared/scope'

export type Today = Schemas['TodayOut']

export function TodayFigures({ today }: { today: Today }) {
  const { schoolId } = useScope()
  const figures = [
    ...useParticipation(today),
    ...useMoney(today, schoolId === undefined),
    ...useDuties(today, schoolId === undefined),
  ].filter(Boolean)
  return figures.length === 0 ? null : <Figures>{figures}</Figures>
}

/** Links only where the person may go there. */
function useTo() {
  const scoped = useScopedTo()
  return (isAllowed: boolean, path: string) => (isAllowed ? { to: scoped(path) } : {})
}

function usePartOf() {
  const translate = useTranslate()
  return (part: number, whole: number) =>
    translate('home.partOf', { part: printCount(part), whole: printCount(whole) })
}

/** Who takes part, what is on today, who has answered. */
function useParticipation(today: Today) {
  const translate = useTranslate()
  const to = useTo()
  const partOf = usePartOf()
  const { schoolId } = useScope()
  const [mayStatistics, maySatisfaction] = [useMay('statistics.read'), useMay('satisfaction.read')]
  const { studentCount, takingPartCount, sessionsTodayCount, openSurveyInvited, openSurveyAnswered } = today
  return [
    takingPartCount !== null && studentCount !== null && (
      <Figure
        key="part"
        label={translate('home.takingPart')}
        value={printShare(takingPartCount, studentCount)}
        help={partOf(takingPartCount, studentCount)}
        {...to(mayStatistics, '/statistics/coverage')}
      />
    ),
    schoolId !== undefined && sessionsTodayCount !== null && (
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
  ]
}

function useMoney({ moneyLeftFen, today }: Today, isOfMany: boolean) {
  const translate = useTranslate()
  const tongue = useTongue()
  const to = useTo()
  return [
    moneyLeftFen !== null && (
      <Figure
        key="money"
        label={translate('home.moneyLeft')}
        value={
          <span title={printFen(moneyLeftFen)}>
            {isOfMany ? printWan(moneyLeftFen, tongue) : printFen(moneyLeftFen)}
          </span>
        }
        help={translate('home.moneyHelp', { year: today.slice(0, 4) })}
        {...to(true, isOfMany ? '/statistics/money' : '/funding/board')}
      />
    ),
  ]
}

/** What schools still owe: plans and declarations. */
function useDuties({ schoolCount, plansFiledCount, schoolsDeclaredCount }: Today, isOfMany: boolean) {
  const translate = useTranslate()
  const to = useTo()
  return [
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
  ]
}
