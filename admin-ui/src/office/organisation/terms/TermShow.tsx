/** On which days of the term is there school, and which weekday does each follow? */
import Alert from '@mui/material/Alert'
import Skeleton from '@mui/material/Skeleton'
import { useState } from 'react'
import { useTranslate } from 'react-admin'
import {
  ErrorNotice,
  Figure,
  Figures,
  printDate,
  RecordPage,
  useAnswer,
  useMay,
  useTongue,
  type Fact,
  type Term,
} from '../../../shared'
import type { CalendarDay } from './calendar-day'
import { CalendarLegend, TermCalendar } from './TermCalendar'
import { DayDialog } from './DayDialog'

export function TermShow() {
  const translate = useTranslate()
  const tongue = useTongue()
  const label = (field: string) => translate(`resources.terms.fields.${field}`)
  const facts = (term: Term): Fact[] => [
    {
      label: label('schoolYear'),
      value: translate('organisation.schoolYear', { from: term.schoolYear, to: term.schoolYear + 1 }),
    },
    { label: label('startsOn'), value: printDate(term.startsOn, tongue) },
    { label: label('endsOn'), value: printDate(term.endsOn, tongue) },
  ]
  const title = (term: Term) => (tongue === 'en' ? (term.nameEn ?? term.name) : term.name)
  return (
    <RecordPage<Term>
      title={title}
      facts={facts}
      tabs={[
        { key: 'calendar', label: 'organisation.calendar', content: (term) => <Calendar term={term} /> },
      ]}
    />
  )
}

function Calendar({ term }: { term: Term }) {
  const translate = useTranslate()
  const mayChange = useMay('term.write')
  const [open, setOpen] = useState<CalendarDay | null>(null)
  const {
    data: days,
    error,
    isPending,
    refetch,
  } = useAnswer<CalendarDay[]>(`/api/calendar-days?termId=${term.id}`)
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />
  if (isPending) return <Skeleton variant="rounded" height={420} />
  const count = (...kinds: string[]) =>
    translate('organisation.days', { count: days.filter((day) => kinds.includes(day.kind)).length })
  return (
    <>
      <Figures>
        <Figure label={translate('organisation.schoolDays')} value={count('school_day', 'makeup_day')} />
        <Figure label={translate('organisation.makeupDays')} value={count('makeup_day')} />
        <Figure label={translate('organisation.holidays')} value={count('holiday')} />
      </Figures>
      {term.unannouncedYears.length > 0 && (
        <Alert severity="warning" sx={{ mb: 4 }}>
          {translate('organisation.notAnnounced', {
            years: term.unannouncedYears.join(translate('kit.comma')),
            days: days.filter((day) => !day.isConfirmed).length,
          })}
        </Alert>
      )}
      <CalendarLegend />
      <TermCalendar days={days} {...(mayChange ? { onPick: setOpen } : {})} />
      {open && (
        <DayDialog
          day={open}
          onClose={() => setOpen(null)}
          onSaved={() => {
            setOpen(null)
            void refetch()
          }}
        />
      )}
    </>
  )
}
