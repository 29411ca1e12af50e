/** How satisfied are the families, by question and by school? Groups of fewer than five are not shown. */
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Link from '@mui/material/Link'
import Paper from '@mui/material/Paper'
import Skeleton from '@mui/material/Skeleton'
import Typography from '@mui/material/Typography'
import { useTranslate } from 'react-admin'
import { query } from '../../../api/call'
import {
  ChartCard,
  DownloadButton,
  EmptyState,
  ErrorNotice,
  Figure,
  Figures,
  FigureTable,
  printCount,
  PrintButton,
  printPerMille,
  today,
  useAnswer,
  useScope,
  useTongue,
} from '../../../shared'
import { ScaleBars, ShareBars } from '../../../shared/charts'
import { questionOf, type Results, type SchoolResult } from '../types'

const mostBars = 20
const orDash = (perMille: number | null): string => (perMille === null ? '–' : printPerMille(perMille))

export function ResultsBody({ surveyId }: { surveyId: number }) {
  const translate = useTranslate()
  const { schoolId } = useScope()
  const { data, error, refetch } = useAnswer<Results>(
    `/api/surveys/${surveyId}/results${query({ schoolId })}`,
  )
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton variant="rounded" height={320} sx={{ mb: 4 }} />
  if (data.invitedCount === 0) {
    return (
      <Paper sx={{ mb: 4 }}>
        <EmptyState why={translate('surveys.noInvited')} next={translate('surveys.noInvitedNext')} />
      </Paper>
    )
  }
  return (
    <>
      <Drill results={data} />
      <Overview results={data} />
      {data.isHidden ? (
        <Alert severity="info" sx={{ mb: 4 }}>
          {translate('surveys.hiddenGroup', { least: data.smallestGroup })}
        </Alert>
      ) : (
        <ByQuestion results={data} />
      )}
      {schoolId === undefined && data.schools.length > 1 && <BySchool results={data} />}
      {data.texts.length > 0 && <Texts texts={data.texts} />}
    </>
  )
}

/** Where one stands on the way from the region to a school, and the acts. */
function Drill({ results }: { results: Results }) {
  const translate = useTranslate()
  const { hasManySchools, schoolId, setSchool } = useScope()
  const school = results.schools.find((each) => each.schoolId === schoolId)
  return (
    <Box className="no-print" sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2, mb: 3 }}>
      {hasManySchools && schoolId !== undefined && (
        <Button variant="outlined" onClick={() => setSchool(undefined)}>
          {translate('surveys.allSchools')}
        </Button>
      )}
      {hasManySchools && school && <Typography sx={{ fontWeight: 600 }}>{school.schoolName}</Typography>}
      <Box sx={{ flexGrow: 1 }} />
      <PrintButton />
      <DownloadButton
        path={`/api/statistics/satisfaction/${results.surveyId}/export.xlsx${query({ schoolId })}`}
        fileName={`satisfaction-${results.surveyId}.xlsx`}
      />
    </Box>
  )
}

function Overview({ results }: { results: Results }) {
  const translate = useTranslate()
  const overall = results.questions.at(-1)
  const few = translate('surveys.tooFew', { least: results.smallestGroup })
  return (
    <Figures>
      <Figure
        label={translate('surveys.overall')}
        value={results.isHidden ? '–' : orDash(overall?.satisfiedPerMille ?? null)}
        help={
          results.isHidden
            ? few
            : translate('surveys.ofValid', { count: printCount(overall?.validCount ?? 0) })
        }
        asOf={today()}
      />
      <Figure
        label={translate('surveys.responseRate')}
        value={orDash(results.responsePerMille)}
        help={
          results.isHidden
            ? few
            : translate('surveys.answeredOfInvited', {
                answered: printCount(results.answeredCount ?? 0),
                invited: printCount(results.invitedCount),
              })
        }
      />
      <Figure
        label={translate('surveys.invited')}
        value={printCount(results.invitedCount)}
        help={translate('surveys.invitedHelp')}
      />
    </Figures>
  )
}

function ByQuestion({ results }: { results: Results }) {
  const translate = useTranslate()
  const tongue = useTongue()
  const scale = [1, 2, 3, 4, 5].map((value) => translate(`surveys.scale.${value}`))
  const title = translate('surveys.byQuestion')
  return (
    <ChartCard
      title={title}
      height={results.questions.length * 44}
      chart={
        <ScaleBars
          title={title}
          scale={scale}
          bars={results.questions.map((each) => ({
            label: questionOf(each, tongue),
            distribution: each.distribution ?? [0, 0, 0, 0, 0],
          }))}
        />
      }
      table={
        <FigureTable
          caption={title}
          head={[translate('surveys.question'), 'n', ...scale, translate('surveys.satisfied')]}
          rows={results.questions.map((each) => ({
            key: each.questionId,
            cells: [
              `${each.position}. ${questionOf(each, tongue)}`,
              printCount(each.validCount ?? 0),
              ...(each.distribution ?? []).map(printCount),
              orDash(each.satisfiedPerMille),
            ],
          }))}
        />
      }
      note={translate('surveys.questionNote', {
        from: results.satisfiedFrom,
        n: printCount(results.answeredCount ?? 0),
      })}
    />
  )
}

// The least satisfied first: that is where one looks.
const worstFirst = (schools: SchoolResult[]): SchoolResult[] =>
  [...schools].sort(
    (a, b) =>
      Number(a.satisfiedPerMille === null) - Number(b.satisfiedPerMille === null) ||
      (a.satisfiedPerMille ?? 0) - (b.satisfiedPerMille ?? 0),
  )

function BySchool({ results }: { results: Results }) {
  const translate = useTranslate()
  const { setSchool } = useScope()
  const shown = worstFirst(results.schools).filter((each) => each.satisfiedPerMille !== null)
  const hiddenCount = results.schools.filter((each) => each.isHidden).length
  const title = translate('surveys.bySchool')
  const open = (id: number) => {
    setSchool(id)
    window.scrollTo(0, 0)
  }
  return (
    <ChartCard
      title={title}
      startWithTable={shown.length === 0}
      chart={
        <ShareBars
          title={title}
          bars={shown
            .slice(0, mostBars)
            .map((each) => ({ id: each.schoolId, label: each.schoolName, perMille: each.satisfiedPerMille }))}
          onOpen={(id) => open(Number(id))}
        />
      }
      table={
        <FigureTable
          caption={title}
          head={[
            translate('surveys.school'),
            translate('surveys.invited'),
            translate('surveys.answered'),
            translate('surveys.responseRate'),
            translate('surveys.overall'),
          ]}
          rows={worstFirst(results.schools).map((each) => ({
            key: each.schoolId,
            cells: [
              <Link
                key="school"
                component="button"
                sx={{ textAlign: 'left' }}
                onClick={() => open(each.schoolId)}
              >
                {each.schoolName}
              </Link>,
              printCount(each.invitedCount),
              ...(each.isHidden
                ? [translate('surveys.notShown'), '–', '–']
                : [
                    printCount(each.answeredCount ?? 0),
                    orDash(each.responsePerMille),
                    orDash(each.satisfiedPerMille),
                  ]),
            ],
          }))}
        />
      }
      note={
        <>
          {translate('surveys.schoolNote')}
          {shown.length > mostBars &&
            ` ${translate('surveys.lowestOnly', { count: mostBars, all: printCount(shown.length) })}`}
          {hiddenCount > 0 &&
            ` ${translate('surveys.hiddenSchools', { count: hiddenCount, least: results.smallestGroup })}`}
        </>
      }
    />
  )
}

function Texts({ texts }: { texts: string[] }) {
  const translate = useTranslate()
  return (
    <Paper component="section" sx={{ p: 4, mb: 4 }}>
      <Typography variant="h2">{translate('surveys.texts', { count: texts.length })}</Typography>
      <Typography variant="caption" color="text.secondary">
        {translate('surveys.textsNote')}
      </Typography>
      <Box
        component="ul"
        sx={{
          pl: 5,
          mb: 0,
          maxHeight: 360,
          overflow: 'auto',
          '& li': { py: 0.5, overflowWrap: 'anywhere' },
          '@media print': { maxHeight: 'none' },
        }}
        tabIndex={0}
        aria-label={translate('surveys.texts', { count: texts.length })}
      >
        {texts.map((text, index) => (
          <li key={index}>{text}</li>
        ))}
      </Box>
    </Paper>
  )
}
