/** Whom to enrol in this section: whole home classes, or children one by one? */
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import LinearProgress from '@mui/material/LinearProgress'
import Link from '@mui/material/Link'
import Paper from '@mui/material/Paper'
import Tab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useRefresh, useTranslate } from 'react-admin'
import { Link as RouterLink, useSearchParams } from 'react-router'
import {
  EmptyState,
  ErrorNotice,
  PageHead,
  printCount,
  useAnswer,
  useErrorText,
  useKehou,
  useScope,
  useTongue,
} from '../../../shared'
import { formWidth } from '../../../shared/theme'
import type { Section } from '../../catalogue/types'
import { useGradeWords } from '../../catalogue/words'
import type { BulkAnswer } from '../types'
import { Finder, type Found } from './Finder'

type Student = Found & { className: string }

interface Run {
  done: number
  total: number
  enrolled: number
  refused: BulkAnswer['refused']
  /** What the server refused as a whole, for example a class without students. */
  failures: string[]
}

export function EnrolPage() {
  const translate = useTranslate()
  const { schoolId, termId } = useScope()
  const [search, setSearch] = useSearchParams()
  const sectionId = Number(search.get('section')) || undefined
  const { data: section, error } = useAnswer<Section>(
    sectionId === undefined ? null : `/api/sections/${sectionId}`,
  )
  const choose = (found: Section[]) =>
    setSearch((before) => {
      const next = new URLSearchParams(before)
      if (found[0]) next.set('section', String(found[0].id))
      else next.delete('section')
      return next
    })
  if (schoolId === undefined)
    return (
      <EmptyState
        why={translate('timetabling.chooseSchool')}
        next={translate('timetabling.chooseSchoolNext')}
      />
    )
  return (
    <>
      <PageHead
        title={
          section ? translate('enrolment.enrolIn', { section: section.name }) : translate('enrolment.enrol')
        }
      />
      <Box sx={{ maxWidth: formWidth }}>
        <Paper sx={{ p: 4, mb: 4 }}>
          <Finder<Section>
            key={section?.id ?? 0}
            path="/api/sections"
            filter={{ schoolId, termId, isActive: true }}
            label={translate('enrolment.whichSection')}
            placeholder={translate('enrolment.sectionPlaceholder')}
            words={(each) => `${each.name}（${each.enrolledCount}/${each.capacity}）`}
            value={section ? [section] : []}
            onChange={choose}
          />
          <ErrorNotice error={error} />
          {section && <SectionFacts section={section} />}
        </Paper>
        {section ? (
          <Whom key={section.id} section={section} />
        ) : (
          <Typography color="text.secondary">{translate('enrolment.chooseSectionFirst')}</Typography>
        )}
      </Box>
    </>
  )
}

function SectionFacts({ section }: { section: Section }) {
  const translate = useTranslate()
  const grades = useGradeWords()
  const free = section.capacity - section.enrolledCount
  return (
    <Typography color="text.secondary">
      {section.homeClassName
        ? translate('enrolment.onlyClass', { name: section.homeClassName })
        : translate('enrolment.forGrades', { grades: grades(section.grades) })}{' '}
      · {translate('enrolment.freeSeats', { free: printCount(free), capacity: printCount(section.capacity) })}
    </Typography>
  )
}

function Whom({ section }: { section: Section }) {
  const translate = useTranslate()
  const { term } = useScope()
  const [by, setBy] = useState<'class' | 'student'>('class')
  const [classes, setClasses] = useState<Found[]>(
    section.homeClassId && section.homeClassName
      ? [{ id: section.homeClassId, name: section.homeClassName }]
      : [],
  )
  const [students, setStudents] = useState<Student[]>([])
  const { run, begin } = useEnrolling(section.id)
  const isBusy = run !== null && run.done < run.total
  const ofSchool = { schoolId: section.schoolId }
  const picked = by === 'class' ? classes.length : students.length
  const start = async () => {
    await begin(
      by === 'class'
        ? classes.map((each) => ({ homeClassId: each.id, name: each.name }))
        : [{ studentIds: students.map((each) => each.id), name: '' }],
    )
    setStudents([])
  }
  return (
    <Paper sx={{ p: 4 }}>
      <Tabs
        value={by}
        onChange={(_event, next: 'class' | 'student') => setBy(next)}
        sx={{ mb: 3, minHeight: 40 }}
      >
        <Tab value="class" label={translate('enrolment.wholeClass')} />
        <Tab value="student" label={translate('enrolment.oneByOne')} />
      </Tabs>
      {by === 'class' ? (
        <Finder<Found>
          path="/api/home-classes"
          filter={{
            ...ofSchool,
            isActive: true,
            ...(term ? { schoolYear: term.schoolYear } : {}),
            sort: 'grade',
          }}
          label={translate('enrolment.whichClasses')}
          words={(each) => each.name}
          value={classes}
          isMany
          onChange={setClasses}
        />
      ) : (
        <Finder<Student>
          path="/api/students"
          filter={ofSchool}
          label={translate('enrolment.whichStudents')}
          placeholder={translate('enrolment.studentPlaceholder')}
          words={(each) => `${each.name}（${each.className}）`}
          value={students}
          isMany
          onChange={setStudents}
        />
      )}
      <Typography color="text.secondary" sx={{ my: 3 }}>
        {translate('enrolment.consequence')}
      </Typography>
      <Button variant="contained" disabled={picked === 0} loading={isBusy} onClick={() => void start()}>
        {translate(by === 'class' ? 'enrolment.enrolClasses' : 'enrolment.enrolStudents', { count: picked })}
      </Button>
      {run && <Outcome run={run} section={section} />}
    </Paper>
  )
}

/** One request for each class, so that progress can be seen and one refusal stops nobody else. */
function useEnrolling(sectionId: number) {
  const kehou = useKehou()
  const refresh = useRefresh()
  const errorText = useErrorText()
  const [run, setRun] = useState<Run | null>(null)
  const begin = async (parts: { homeClassId?: number; studentIds?: number[]; name: string }[]) => {
    let now: Run = { done: 0, total: parts.length, enrolled: 0, refused: [], failures: [] }
    setRun(now)
    for (const { name, ...whom } of parts) {
      try {
        const answer = await kehou.call<BulkAnswer>('POST', '/api/enrolments/bulk', { sectionId, ...whom })
        now = {
          ...now,
          enrolled: now.enrolled + answer.done.length,
          refused: [...now.refused, ...answer.refused],
        }
      } catch (error) {
        now = { ...now, failures: [...now.failures, [name, errorText(error)].filter(Boolean).join(' ')] }
      }
      now = { ...now, done: now.done + 1 }
      setRun(now)
    }
    refresh()
  }
  return { run, begin }
}

function Outcome({ run, section }: { run: Run; section: Section }) {
  const translate = useTranslate()
  const tongue = useTongue()
  const isOver = run.done === run.total
  // The sentence names the child itself, or the name is put before it.
  const lines = [
    ...run.failures,
    ...run.refused.map((row) =>
      row.studentName && !row.message.includes(row.studentName)
        ? `${row.studentName}${translate('kit.colon')}${row.message}`
        : row.message,
    ),
  ]
  return (
    <Box role="status" aria-live="polite" sx={{ mt: 4 }}>
      {!isOver && (
        <LinearProgress
          variant="determinate"
          value={Math.floor((run.done * 100) / run.total)}
          aria-label={translate('enrolment.enrolling')}
          sx={{ height: 8, borderRadius: 4, mb: 2 }}
        />
      )}
      <Alert
        severity={!isOver ? 'info' : run.refused.length + run.failures.length === 0 ? 'success' : 'warning'}
      >
        {translate('enrolment.outcome', {
          enrolled: printCount(run.enrolled),
          refused: printCount(run.refused.length),
        })}
        {isOver && (
          <>
            {tongue === 'en' ? ' ' : ''}
            <Link
              component={RouterLink}
              underline="always"
              color="inherit"
              to={`/sections/${section.id}/class-list`}
            >
              {translate('enrolment.seeClassList')}
            </Link>
          </>
        )}
        {lines.length > 0 && (
          <Box
            component="ul"
            tabIndex={0}
            aria-label={translate('enrolment.refusedList')}
            sx={{ m: 0, mt: 2, pl: 5, maxHeight: 320, overflow: 'auto' }}
          >
            {lines.map((line, i) => (
              <li key={`${i}${line}`}>{line}</li>
            ))}
          </Box>
        )}
      </Alert>
    </Box>
  )
}
