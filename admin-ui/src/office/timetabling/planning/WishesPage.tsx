/** When and how much can and would each teacher take part this term? */
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Paper from '@mui/material/Paper'
import Skeleton from '@mui/material/Skeleton'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslate } from 'react-admin'
import { query } from '../../../api/call'
import type { Page } from '../../../api/contract'
import { largestPage, type KehouDataProvider } from '../../../api/dataProvider'
import {
  DownloadButton,
  EmptyState,
  ErrorNotice,
  PageHead,
  StatusChip,
  useAnswer,
  useKehou,
  useMay,
  useScope,
} from '../../../shared'
import type { Teacher } from '../../people/teachers/teacher'
import type { Slot, TeachingWish } from '../types'
import { NeedsFirst } from '../NeedsFirst'
import { WishDialog } from './WishDialog'

/** Everybody: a large school has more teachers than a page holds. */
async function all<T>(kehou: KehouDataProvider, path: string, filter: object): Promise<T[]> {
  const found: T[] = []
  for (let page = 1; ; page += 1) {
    const answer = await kehou.call<Page<T>>(
      'GET',
      `${path}${query({ ...filter, page, pageSize: largestPage })}`,
    )
    found.push(...answer.items)
    if (found.length >= answer.total || answer.items.length === 0) return found
  }
}

/** The teachers of the school, their wishes and the week to which these belong. */
function useWishes() {
  const kehou = useKehou()
  const { schoolId, termId } = useScope()
  const isAsked = schoolId !== undefined && termId !== undefined
  const teachers = useQuery({
    queryKey: ['answer', 'wish-teachers', schoolId],
    queryFn: () => all<Teacher>(kehou, '/api/teachers', { schoolId, isActive: true, sort: 'name' }),
    enabled: isAsked,
  })
  const wishes = useQuery({
    queryKey: ['answer', 'wishes', schoolId, termId],
    queryFn: () => all<TeachingWish>(kehou, '/api/teaching-wishes', { schoolId, termId }),
    enabled: isAsked,
  })
  const slots = useAnswer<Page<Slot>>(
    isAsked ? `/api/slots${query({ schoolId, termId, pageSize: 200, sort: 'weekday' })}` : null,
  )
  return { isAsked, teachers, wishes, slots }
}

export function WishesPage() {
  const translate = useTranslate()
  const { schoolId, termId } = useScope()
  const { isAsked, teachers, wishes, slots } = useWishes()
  const [text, setText] = useState('')
  const [opened, setOpened] = useState<Teacher | null>(null)
  const error = teachers.error ?? wishes.error ?? slots.error
  const week = [...(slots.data?.items ?? [])].sort(
    (a, b) => a.weekday - b.weekday || a.startTime.localeCompare(b.startTime),
  )
  const of = new Map((wishes.data ?? []).map((wish) => [wish.teacherId, wish]))
  const shown = (teachers.data ?? []).filter((teacher) =>
    [teacher.name, teacher.subject].some((word) => word?.includes(text.trim())),
  )
  return (
    <>
      <WishesHead
        hasTeachers={(teachers.data?.length ?? 0) > 0}
        text={text}
        setText={setText}
        hasWishes={(wishes.data?.length ?? 0) > 0}
        schoolId={schoolId}
        termId={termId}
      />
      <ErrorNotice
        error={error}
        onRetry={() => void Promise.all([teachers.refetch(), wishes.refetch(), slots.refetch()])}
      />
      {!isAsked ? (
        <Paper>
          <EmptyState
            why={translate('timetabling.chooseSchool')}
            next={translate('timetabling.chooseSchoolNext')}
          />
        </Paper>
      ) : teachers.isPending || wishes.isPending || slots.isPending ? (
        <Skeleton variant="rounded" height={320} />
      ) : week.length === 0 ? (
        <NeedsFirst why="timetabling.noSlots" next="planning.slotsFirst" to="/slots" label="menu.slots" />
      ) : teachers.data?.length === 0 ? (
        <NeedsFirst
          why="planning.noTeachers"
          next="planning.noTeachersNext"
          to="/teachers"
          label="menu.teachers"
        />
      ) : (
        <TeacherRows shown={shown} of={of} week={week} setOpened={setOpened} />
      )}
      {opened && termId !== undefined && (
        <WishDialog
          key={opened.id}
          teacher={opened}
          termId={termId}
          slots={week}
          wish={of.get(opened.id)}
          onClose={() => setOpened(null)}
        />
      )}
    </>
  )
}

interface WishesHeadProps {
  hasTeachers: boolean
  text: string
  setText: (value: string) => void
  hasWishes: boolean
  schoolId: number | undefined
  termId: number | undefined
}

function WishesHead({ hasTeachers, text, setText, hasWishes, schoolId, termId }: WishesHeadProps) {
  const translate = useTranslate()
  return (
    <PageHead title={translate('menu.teaching-wishes')} under={translate('planning.wishesUnder')}>
      {hasTeachers && (
        <TextField
          value={text}
          onChange={(event) => setText(event.target.value)}
          margin="none"
          sx={{ width: 220 }}
          placeholder={translate('planning.findTeacher')}
          slotProps={{ htmlInput: { 'aria-label': translate('planning.findTeacher'), type: 'search' } }}
        />
      )}
      {hasWishes && (
        <DownloadButton
          path={`/api/teaching-wishes/export.xlsx${query({ schoolId, termId })}`}
          fileName="teaching-wishes.xlsx"
        />
      )}
    </PageHead>
  )
}

interface TeacherRowsProps {
  shown: Teacher[]
  of: Map<number, TeachingWish>
  week: Slot[]
  setOpened: (value: Teacher | null) => void
}

function TeacherRows({ shown, of, week, setOpened }: TeacherRowsProps) {
  const mayWrite = useMay('timetable.write')
  const translate = useTranslate()
  return (
    <Paper component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {shown.map((teacher) => (
        <TeacherRow
          key={teacher.id}
          teacher={teacher}
          wish={of.get(teacher.id)}
          slotCount={week.length}
          onOpen={mayWrite ? () => setOpened(teacher) : undefined}
        />
      ))}
      {shown.length === 0 && <EmptyState why={translate('planning.nobodyFound')} />}
    </Paper>
  )
}

function TeacherRow({
  teacher,
  wish,
  slotCount,
  onOpen,
}: {
  teacher: Teacher
  wish: TeachingWish | undefined
  slotCount: number
  onOpen: (() => void) | undefined
}) {
  const translate = useTranslate()
  const limits = wish
    ? [
        ...(wish.unavailableSlotIds.length > 0
          ? [translate('planning.cannotCount', { count: wish.unavailableSlotIds.length, total: slotCount })]
          : []),
        ...(wish.ratherNotSlotIds.length > 0
          ? [translate('planning.ratherNotCount', { count: wish.ratherNotSlotIds.length })]
          : []),
        ...(wish.mostDaysAWeek === null
          ? []
          : [translate('planning.daysLimit', { count: wish.mostDaysAWeek })]),
        ...(wish.mostSessionsADay === null
          ? []
          : [translate('planning.sessionsLimit', { count: wish.mostSessionsADay })]),
        ...(wish.mostInARow === null ? [] : [translate('planning.rowLimit', { count: wish.mostInARow })]),
      ].join(translate('kit.comma'))
    : ''
  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        gap: 2,
        alignItems: 'center',
        px: 4,
        py: 1,
        minHeight: 44,
        borderBottom: 1,
        borderColor: 'divider',
      }}
    >
      <Typography sx={{ fontWeight: 600, minWidth: 90 }}>{teacher.name}</Typography>
      {teacher.kind === 'lecturer' && (
        <Typography variant="body2" color="text.secondary">
          {translate('people.teacherKinds.lecturer')}
        </Typography>
      )}
      {wish?.isWilling === false ? (
        <StatusChip status="inactive" label={translate('planning.notWilling')} />
      ) : null}
      <Typography color="text.secondary" sx={{ flexGrow: 1 }}>
        {limits || (wish?.isWilling === false ? '' : translate('planning.noWish'))}
      </Typography>
      {onOpen && (
        <Button
          size="small"
          onClick={onOpen}
          aria-label={translate('planning.editWish', { teacher: teacher.name })}
        >
          {translate('ra.action.edit')}
        </Button>
      )}
    </Box>
  )
}
