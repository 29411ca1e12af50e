/** Who takes part? Schools, students and teachers, as of a day, from the region down to a school. */
import Paper from '@mui/material/Paper'
import Skeleton from '@mui/material/Skeleton'
import TextField from '@mui/material/TextField'
import { useState } from 'react'
import { useTranslate } from 'react-admin'
import { useSearchParams } from 'react-router'
import { query } from '../../../api/call'
import {
  DownloadButton,
  EmptyState,
  ErrorNotice,
  Figure,
  Figures,
  PageHead,
  printCount,
  printDate,
  PrintButton,
  printPerMille,
  readDate,
  today,
  useAnswer,
  useScope,
  useTongue,
} from '../../../shared'
import { Drill, useDistrict } from '../Drill'
import type { Coverage, CoverageFigures } from '../types'
import { CoverageRows } from './CoverageRows'

export function CoveragePage() {
  const translate = useTranslate()
  const tongue = useTongue()
  const { schoolId, termId } = useScope()
  const [asOf, setAsOf] = useAsOf()
  const asked = query({ termId, schoolId, asOf: asOf === today() ? undefined : asOf })
  const { data, error, refetch } = useAnswer<Coverage>(
    termId === undefined ? null : `/api/statistics/coverage${asked}`,
  )
  return (
    <>
      <PageHead
        title={translate('statistics.coverage')}
        under={translate('statistics.asOfDay', { date: printDate(asOf, tongue) })}
      >
        <DayField key={asOf} day={asOf} onDay={setAsOf} />
        <PrintButton />
        {termId !== undefined && (
          <DownloadButton path={`/api/statistics/coverage/export.xlsx${asked}`} fileName="coverage.xlsx" />
        )}
      </PageHead>
      {termId === undefined ? (
        <Paper>
          <EmptyState why={translate('statistics.noTerm')} next={translate('statistics.noTermNext')} />
        </Paper>
      ) : error ? (
        <ErrorNotice error={error} onRetry={() => void refetch()} />
      ) : data ? (
        <Body coverage={data} />
      ) : (
        <Skeleton variant="rounded" height={320} />
      )}
    </>
  )
}

/** Typed as people write dates; taken over when one leaves the field. */
function DayField({ day, onDay }: { day: string; onDay: (day: string) => void }) {
  const translate = useTranslate()
  const [text, setText] = useState(day)
  const on = readDate(text)
  const take = () => {
    if (on !== null && on !== day) onDay(on)
  }
  return (
    <TextField
      className="no-print"
      margin="none"
      fullWidth={false}
      label={translate('statistics.day')}
      value={text}
      sx={{ width: 130 }}
      error={on === null}
      helperText={on === null ? translate('kit.input.notDate') : undefined}
      onChange={(event) => setText(event.target.value)}
      onBlur={take}
      onKeyDown={(event) => event.key === 'Enter' && take()}
    />
  )
}

function useAsOf(): [string, (day: string) => void] {
  const [search, setSearch] = useSearchParams()
  const asked = search.get('asOf')
  const set = (day: string) =>
    setSearch((old) => {
      const next = new URLSearchParams(old)
      if (day === '') next.delete('asOf')
      else next.set('asOf', day)
      return next
    })
  return [asked !== null && /^\d{4}-\d{2}-\d{2}$/.test(asked) ? asked : today(), set]
}

function Body({ coverage }: { coverage: Coverage }) {
  const { schoolId } = useScope()
  const [district] = useDistrict()
  const region =
    schoolId === undefined ? coverage.regions.find((each) => each.regionCode === district) : undefined
  return (
    <>
      <Drill schoolName={schoolId === undefined ? undefined : coverage.schools[0]?.schoolName} />
      <Overview figures={region ?? coverage.totals} />
      <CoverageRows coverage={coverage} district={region?.regionCode} />
    </>
  )
}

function Overview({ figures }: { figures: CoverageFigures }) {
  const translate = useTranslate()
  const share = (perMille: number | null) => (perMille === null ? '–' : printPerMille(perMille))
  const of = (part: number | null, whole: number | null) =>
    part === null
      ? translate('statistics.tooFew')
      : translate('statistics.partOf', {
          part: printCount(part),
          whole: whole === null ? '–' : printCount(whole),
        })
  return (
    <Figures>
      <Figure
        label={translate('statistics.studentShare')}
        value={share(figures.studentPerMille)}
        help={of(figures.takingPartCount, figures.studentCount)}
      />
      <Figure
        label={translate('statistics.personTimes')}
        value={figures.personTimes === null ? '–' : printCount(figures.personTimes)}
        help={translate('statistics.personTimesHelp')}
      />
      <Figure
        label={translate('statistics.fullWeekShare')}
        value={share(figures.fullWeekPerMille)}
        help={of(figures.fullWeekCount, figures.takingPartCount)}
      />
      <Figure
        label={translate('statistics.schoolShare')}
        value={share(figures.schoolPerMille)}
        help={of(figures.providingCount, figures.schoolCount)}
      />
      <Figure
        label={translate('statistics.teacherShare')}
        value={share(figures.teacherPerMille)}
        help={`${of(figures.teachingCount, figures.teacherCount)} · ${translate('statistics.lecturers', { count: printCount(figures.lecturerCount) })}`}
      />
    </Figures>
  )
}
