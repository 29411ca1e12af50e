/** Who is in this section: the list that the teacher holds, made to be printed on A4. */
import PrintIcon from '@mui/icons-material/PrintOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Paper from '@mui/material/Paper'
import Skeleton from '@mui/material/Skeleton'
import Typography from '@mui/material/Typography'
import { useTranslate } from 'react-admin'
import { useParams } from 'react-router'
import {
  EmptyState,
  ErrorNotice,
  PageHead,
  printCount,
  printTimeRange,
  printWeekday,
  useAnswer,
  useTongue,
} from '../../../shared'
import type { ClassList } from '../types'

/** Empty columns to tick by hand. */
const ticks = [1, 2, 3, 4, 5, 6, 7, 8]

export function ClassListPage() {
  const translate = useTranslate()
  const tongue = useTongue()
  const { id } = useParams()
  const {
    data: list,
    error,
    isPending,
    refetch,
  } = useAnswer<ClassList>(`/api/sections/${Number(id)}/class-list`)
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />
  if (isPending) return <Skeleton variant="rounded" height={400} />
  const facts = [
    `${list.schoolName} · ${tongue === 'en' ? list.termNameEn : list.termName}`,
    [list.courseName, list.teacherName, list.roomName].filter(Boolean).join(' · '),
    list.meetings
      .map((each) => `${printWeekday(each.weekday, tongue)} ${printTimeRange(each.startTime, each.endTime)}`)
      .join(translate('kit.comma')),
  ].filter(Boolean)
  return (
    <>
      <PageHead
        title={translate('enrolment.classListOf', { section: list.sectionName })}
        under={facts.map((fact) => (
          <div key={fact}>{fact}</div>
        ))}
      >
        <Button
          className="no-print"
          variant="contained"
          startIcon={<PrintIcon />}
          onClick={() => window.print()}
        >
          {translate('catalogue.print')}
        </Button>
      </PageHead>
      {list.rows.length === 0 ? (
        <Paper>
          <EmptyState why={translate('enrolment.nobodyIn')} next={translate('enrolment.nobodyInNext')} />
        </Paper>
      ) : (
        <Names list={list} />
      )}
    </>
  )
}

function Names({ list }: { list: ClassList }) {
  const translate = useTranslate()
  return (
    <>
      <Box sx={{ overflow: 'auto' }}>
        <Box
          component="table"
          sx={{
            borderCollapse: 'collapse',
            width: '100%',
            bgcolor: 'background.paper',
            '& th, & td': { border: 1, borderColor: 'text.disabled', px: 2, py: 1, textAlign: 'left' },
            '& tr': { breakInside: 'avoid' },
            '@media print': { fontSize: 12, '& thead': { display: 'table-header-group' } },
          }}
        >
          <thead>
            <tr>
              <th scope="col">{translate('enrolment.number')}</th>
              <th scope="col">{translate('resources.enrolments.fields.studentName')}</th>
              <th scope="col">{translate('resources.enrolments.fields.sex')}</th>
              <th scope="col">{translate('resources.enrolments.fields.className')}</th>
              {ticks.map((tick) => (
                <Box component="th" key={tick} aria-hidden sx={{ width: 34 }} />
              ))}
            </tr>
          </thead>
          <tbody>
            {list.rows.map((row, i) => (
              <tr key={row.studentId}>
                <td>{i + 1}</td>
                <Box component="td" sx={{ whiteSpace: 'nowrap' }}>
                  {row.name}
                </Box>
                <td>{translate(`enrolment.sexes.${row.sex}`)}</td>
                <Box component="td" sx={{ whiteSpace: 'nowrap' }}>
                  {row.className}
                </Box>
                {ticks.map((tick) => (
                  <td key={tick} aria-hidden />
                ))}
              </tr>
            ))}
          </tbody>
        </Box>
      </Box>
      <Typography sx={{ mt: 3 }}>
        {translate('enrolment.classListTotal', {
          count: printCount(list.rows.length),
          capacity: printCount(list.capacity),
        })}
      </Typography>
    </>
  )
}
