/** The lines of a payment: whose money, for what, how much; one bill can be shared by many classes at once. */
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import {
  ArrayInput,
  FormDataConsumer,
  minValue,
  NumberInput,
  required,
  SelectInput,
  useTranslate,
} from 'react-admin'
import { useWatch } from 'react-hook-form'
import { ErrorNotice, FenInput, FormLines, printFen, useAll } from '../../../shared'
import { expenseAccounts, peopleAccounts, type Allotment } from '../types'
import { ShareButton } from './ShareButton'

interface GivenLine {
  allotmentId?: number
  amountFen?: number
  account?: string
  lessonCount?: number | null
}

/** What goes to the server of the lines of a form. */
export const typedLines = (lines: unknown) =>
  (lines as GivenLine[]).map(({ allotmentId, amountFen, account, lessonCount }) => ({
    allotmentId,
    amountFen,
    account,
    ...(peopleAccounts.has(String(account)) ? { lessonCount: lessonCount ?? null } : {}),
  }))

interface LinesInputProps {
  schoolId: number | undefined
  fiscalYear: number
  isReadOnly?: boolean
  /** Whether lines that pay people say for how many class-hours. */
  hasLessons?: boolean
}

export function LinesInput({ schoolId, fiscalYear, isReadOnly = false, hasLessons = true }: LinesInputProps) {
  const translate = useTranslate()
  const {
    data = [],
    error,
    isPending,
  } = useAll<Allotment>('allotments', {
    sort: { field: 'homeClassId', order: 'ASC' },
    filter: { fiscalYear, ...(schoolId === undefined ? {} : { schoolId }) },
  })
  const classes = data.filter((each) => each.homeClassId !== null)
  const choices = classes.map((each) => ({
    id: each.id,
    name: `${each.className} · ${each.fundName} · ${translate(`funding.purposes.${each.purpose}`)} · ${translate('funding.leftShort', { left: printFen(each.leftFen) })}`,
  }))
  return (
    <Box sx={{ width: '100%', mb: 2 }}>
      <ErrorNotice error={error} />
      {!isPending && classes.length === 0 && (
        <Typography color="text.secondary">{translate('funding.noAllotments')}</Typography>
      )}
      {!isReadOnly && classes.length > 1 && <ShareButton classes={classes} />}
      <ArrayInput
        source="lines"
        label={hasLessons ? 'funding.paymentLines' : 'funding.commitmentLines'}
        validate={required()}
      >
        <FormLines addLabel="funding.addLine" isReadOnly={isReadOnly}>
          <LineFields choices={choices} isReadOnly={isReadOnly} hasLessons={hasLessons} />
        </FormLines>
      </ArrayInput>
      <Total classes={classes} />
    </Box>
  )
}

interface LineFieldsProps {
  choices: { id: number; name: string }[]
  isReadOnly: boolean
  hasLessons: boolean
}

function LineFields({ choices, isReadOnly, hasLessons }: LineFieldsProps) {
  const translate = useTranslate()
  const name = (field: string) => translate(`resources.payments.fields.${field}`)
  return (
    <Box
      sx={{
        display: 'grid',
        width: '100%',
        columnGap: 3,
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 2fr) minmax(0, 1fr) minmax(0, 1.2fr)' },
      }}
    >
      <SelectInput
        source="allotmentId"
        label={name('allotmentId')}
        choices={choices}
        translateChoice={false}
        validate={required()}
        readOnly={isReadOnly}
      />
      <FenInput
        source="amountFen"
        label={name('amountFen')}
        validate={[required(), minValue(1)]}
        readOnly={isReadOnly}
      />
      <SelectInput
        source="account"
        label={name('account')}
        choices={expenseAccounts.map((id) => ({ id, name: `funding.accounts.${id}` }))}
        validate={required()}
        readOnly={isReadOnly}
        defaultValue={hasLessons ? 'E500' : 'E520'}
      />
      <FormDataConsumer>
        {({ scopedFormData }) => {
          const { account, amountFen, lessonCount } = (scopedFormData ?? {}) as GivenLine
          if (!hasLessons || !peopleAccounts.has(account ?? '')) return null
          const rate =
            typeof amountFen === 'number' && lessonCount
              ? translate('funding.perLesson', { rate: printFen(Math.ceil(amountFen / lessonCount)) })
              : translate('funding.lessonHelp')
          return (
            <NumberInput
              source="lessonCount"
              label={name('lessonCount')}
              min={1}
              step={1}
              helperText={rate}
              readOnly={isReadOnly}
              sx={{ gridColumn: { md: '1 / -1' } }}
            />
          )
        }}
      </FormDataConsumer>
    </Box>
  )
}

const mostNamed = 3

/** What it comes to, and what the classes will have left; more than they have may still be drafted, and is said at once. */
function Total({ classes }: { classes: Allotment[] }) {
  const translate = useTranslate()
  const lines = (useWatch({ name: 'lines' }) as GivenLine[] | undefined) ?? []
  // What stands under a contract takes over what that has reserved: nothing more is taken of the class.
  const isTakenOver = Boolean(useWatch({ name: 'commitmentId' }))
  const taken = new Map<number, number>()
  for (const { allotmentId, amountFen } of lines)
    if (allotmentId !== undefined && !isTakenOver)
      taken.set(allotmentId, (taken.get(allotmentId) ?? 0) + (amountFen ?? 0))
  const asked = classes.flatMap((each) => {
    const takenFen = taken.get(each.id)
    return takenFen === undefined ? [] : [{ ...each, takenFen }]
  })
  const over = asked.filter(({ takenFen, leftFen }) => takenFen > leftFen)
  const [only] = asked
  return (
    <>
      {lines.length > 1 && (
        <Typography variant="subtitle1" role="status" sx={{ textAlign: 'right', my: 2 }}>
          {translate('funding.linesTotal', {
            count: lines.length,
            amount: printFen(lines.reduce((sum, { amountFen }) => sum + (amountFen ?? 0), 0)),
          })}
        </Typography>
      )}
      {over.slice(0, mostNamed).map((each) => (
        <Alert key={each.id} severity="warning" role="status" sx={{ mb: 3 }}>
          {translate('funding.over', { class: each.className, left: printFen(each.leftFen) })}
        </Alert>
      ))}
      {over.length > mostNamed && (
        <Alert severity="warning" role="status" sx={{ mb: 3 }}>
          {translate('funding.overToo', { count: over.length - mostNamed })}
        </Alert>
      )}
      {asked.length === 1 && over.length === 0 && only && (
        <Typography color="text.secondary" role="status" sx={{ mb: 2 }}>
          {translate('funding.afterThis', {
            class: only.className,
            left: printFen(only.leftFen - only.takenFen),
            available: printFen(only.leftFen + only.committedFen + only.spentFen),
          })}
        </Typography>
      )}
    </>
  )
}
