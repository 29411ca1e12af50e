/** Who can lead this course? Automatic scheduling chooses among these where a section has no teacher. */
import Autocomplete from '@mui/material/Autocomplete'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Chip from '@mui/material/Chip'
import Paper from '@mui/material/Paper'
import Skeleton from '@mui/material/Skeleton'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useNotify, useTranslate } from 'react-admin'
import { query } from '../../../api/call'
import type { Page, Schemas } from '../../../api/contract'
import { EmptyState, ErrorNotice, useAnswer, useKehou, useMay } from '../../../shared'
import type { Leader } from '../types'

type Teacher = Pick<Schemas['TeacherOut'], 'id' | 'name' | 'subject'>

export function CourseLeaders({ courseId, schoolId }: { courseId: number; schoolId: number }) {
  const translate = useTranslate()
  const { data, error, refetch } = useAnswer<Schemas['CourseLeadersOut']>(`/api/course-leaders/${courseId}`)
  const mayWrite = useMay('timetable.write')
  const [isEditing, setEditing] = useState(false)
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton variant="rounded" height={120} />
  const edit = mayWrite && (
    <Button variant={data.leaders.length === 0 ? 'contained' : 'outlined'} onClick={() => setEditing(true)}>
      {translate('planning.setLeaders')}
    </Button>
  )
  if (isEditing)
    return (
      <LeadersForm
        courseId={courseId}
        schoolId={schoolId}
        leaders={data.leaders}
        onDone={() => setEditing(false)}
      />
    )
  if (data.leaders.length === 0) {
    return (
      <Paper>
        <EmptyState
          why={translate('planning.noLeaders')}
          next={translate('planning.noLeadersNext')}
          action={edit}
        />
      </Paper>
    )
  }
  return (
    <Paper sx={{ p: 4 }}>
      <Typography color="text.secondary" sx={{ mb: 2 }}>
        {translate('planning.leadersUnder')}
      </Typography>
      <Box
        component="ul"
        sx={{ listStyle: 'none', m: 0, mb: 3, p: 0, display: 'flex', flexWrap: 'wrap', gap: 2 }}
      >
        {data.leaders.map((leader) => (
          <li key={leader.teacherId}>
            <Chip
              label={
                leader.isActive
                  ? leader.teacherName
                  : translate('planning.leaderLeft', { teacher: leader.teacherName })
              }
              variant={leader.isActive ? 'filled' : 'outlined'}
            />
          </li>
        ))}
      </Box>
      {edit}
    </Paper>
  )
}

function LeadersForm({
  courseId,
  schoolId,
  leaders,
  onDone,
}: {
  courseId: number
  schoolId: number
  leaders: Leader[]
  onDone: () => void
}) {
  const translate = useTranslate()
  const kehou = useKehou()
  const notify = useNotify()
  const queries = useQueryClient()
  const [text, setText] = useState('')
  const { data } = useAnswer<Page<Teacher>>(
    `/api/teachers${query({ schoolId, isActive: true, pageSize: 50, sort: 'name', q: text.trim() })}`,
    { placeholderData: (before) => before },
  )
  const [chosen, choose] = useState<Teacher[]>(
    leaders
      .filter((leader) => leader.isActive)
      .map(({ teacherId, teacherName }) => ({ id: teacherId, name: teacherName, subject: null })),
  )
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const save = async () => {
    setBusy(true)
    setError(null)
    try {
      await kehou.call('PATCH', `/api/course-leaders/${courseId}`, { teacherIds: chosen.map(({ id }) => id) })
      notify('planning.leadersSaved', { type: 'success' })
      await queries.invalidateQueries()
      onDone()
    } catch (failure) {
      setError(failure)
      setBusy(false)
    }
  }
  return (
    <Paper sx={{ p: 4, maxWidth: 640 }}>
      <ErrorNotice error={error} />
      <TeacherChoice data={data} chosen={chosen} choose={choose} setText={setText} />
      <Box sx={{ display: 'flex', gap: 2, mt: 3 }}>
        <Button variant="contained" loading={isBusy} onClick={() => void save()}>
          {translate('ra.action.save')}
        </Button>
        <Button onClick={onDone} disabled={isBusy}>
          {translate('ra.action.cancel')}
        </Button>
      </Box>
    </Paper>
  )
}

interface TeacherChoiceProps {
  data: { items: Teacher[] } | undefined
  chosen: Teacher[]
  choose: (value: Teacher[]) => void
  setText: (value: string) => void
}

function TeacherChoice({ data, chosen, choose, setText }: TeacherChoiceProps) {
  const translate = useTranslate()
  return (
    <Autocomplete
      multiple
      options={data?.items ?? []}
      // The server looks through the names, by pinyin too.
      filterOptions={(options) => options}
      value={chosen}
      onChange={(_event, next) => choose(next)}
      onInputChange={(_event, next) => setText(next)}
      getOptionLabel={({ name, subject }) => (subject ? `${name} · ${subject}` : name)}
      getOptionKey={(option) => option.id}
      isOptionEqualToValue={(option, value) => option.id === value.id}
      renderInput={(params) => (
        <TextField
          {...params}
          label={translate('planning.leaders')}
          helperText={translate('planning.leadersHelp')}
        />
      )}
    />
  )
}
