/** How is this survey going, what does it ask, and what have the families answered? */
import EditIcon from '@mui/icons-material/EditOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Paper from '@mui/material/Paper'
import Skeleton from '@mui/material/Skeleton'
import Typography from '@mui/material/Typography'
import {
  ShowBase,
  useCreatePath,
  useRecordContext,
  useShowContext,
  useTranslate,
  type RaRecord,
} from 'react-admin'
import { Link } from 'react-router'
import {
  ActionBar,
  ErrorNotice,
  type Fact,
  Facts,
  PageHead,
  printCount,
  printDate,
  StatusChip,
  useMay,
  useTongue,
} from '../../../shared'
import { ResultsBody } from '../results/ResultsBody'
import { questionOf, type Survey, titleOf } from '../types'
import { Progress } from './Progress'

const whole = { meta: { whole: true } }

export const SurveyShow = () => (
  <ShowBase queryOptions={whole}>
    <SurveyBody />
  </ShowBase>
)

function SurveyBody() {
  const translate = useTranslate()
  const tongue = useTongue()
  const maySee = useMay('satisfaction.read')
  const { record, error, refetch } = useShowContext<Survey>()
  if (error && !record) return <ErrorNotice error={error} onRetry={() => void refetch()} />
  if (!record) return <Skeleton variant="rounded" height={320} />
  const facts: Fact[] = [
    {
      label: translate('surveys.period'),
      value: `${printDate(record.opensOn, tongue)} – ${printDate(record.closesOn, tongue)}`,
    },
    record.status === 'draft'
      ? { label: translate('surveys.toInvite'), value: printCount(record.toInviteCount ?? 0) }
      : { label: translate('surveys.answeredOf'), value: <Progress survey={record} /> },
    { label: translate('surveys.questions'), value: printCount(record.questions.length) },
    {
      label: translate('surveys.formula'),
      value: translate('surveys.satisfiedFormula', { from: record.satisfiedFrom }),
    },
  ]
  return (
    <>
      <PageHead title={titleOf(record, tongue)} beside={<StatusChip status={record.status} />}>
        <Acts />
      </PageHead>
      <Facts facts={facts} />
      {record.status !== 'draft' && maySee && <ResultsBody surveyId={record.id} />}
      <Questions survey={record} />
    </>
  )
}

function Acts() {
  const translate = useTranslate()
  const tongue = useTongue()
  const path = useCreatePath()
  const survey = useRecordContext<Survey>()
  if (!survey) return null
  const params = (each: RaRecord) => {
    const { toInviteCount, answeredCount, invitedCount, closesOn } = each as Survey
    return {
      count: printCount(toInviteCount ?? 0),
      answered: printCount(answeredCount),
      invited: printCount(invitedCount),
      date: printDate(closesOn, tongue),
    }
  }
  return (
    <ActionBar
      events={{
        open: {
          isUsual: true,
          comment: 'none',
          consequence: (each) => translate('surveys.openConsequence', params(each)),
        },
        close: {
          comment: 'none',
          consequence: (each) => translate('surveys.closeConsequence', params(each)),
        },
      }}
    >
      {survey.actions.includes('update') && (
        <Button
          component={Link}
          to={path({ resource: 'surveys', type: 'edit', id: survey.id })}
          variant="outlined"
          startIcon={<EditIcon />}
        >
          {translate('surveys.change')}
        </Button>
      )}
    </ActionBar>
  )
}

function Questions({ survey }: { survey: Survey }) {
  const translate = useTranslate()
  const tongue = useTongue()
  return (
    <Paper component="section" sx={{ p: 4 }}>
      <Typography variant="h2">{translate('surveys.questions')}</Typography>
      <Box component="ol" sx={{ pl: 5, mb: 0, '& li': { py: 1 } }}>
        {survey.questions.map((question) => (
          <li key={question.id}>
            {questionOf(question, tongue)}
            <Typography
              component="span"
              color="text.secondary"
            >{` · ${translate(`surveys.kinds.${question.kind}`)}`}</Typography>
          </li>
        ))}
      </Box>
    </Paper>
  )
}
