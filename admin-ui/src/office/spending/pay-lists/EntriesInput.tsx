/** The people of a pay list: who, for how many hours at what rate, from which classes' money. */
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import {
  ArrayInput,
  FormDataConsumer,
  maxLength,
  minValue,
  required,
  SelectInput,
  SimpleFormIterator,
  TextInput,
  useInput,
  useTranslate,
} from 'react-admin'
import { useWatch } from 'react-hook-form'
import { ErrorNotice, FenInput, HundredthsInput, printFen } from '../../../shared'
import { PayeeInput } from '../payees/PayeeInput'
import { payAccounts, taxKinds } from '../types'
import { ClassesField } from './ClassesField'
import { type GivenEntry, type GivenLine, payFen, workedFen } from './entriesToSend'
import { type MoneyChoice, useMoney } from './useMoney'

interface Props {
  schoolId: number
  fiscalYear: number
}

export function EntriesInput({ schoolId, fiscalYear }: Props) {
  const { choices, error } = useMoney(schoolId, fiscalYear)
  return (
    <Box sx={{ width: '100%', mb: 2 }}>
      <ErrorNotice error={error} />
      <ArrayInput source="entries" label="funding.payListPeople">
        <SimpleFormIterator
          disableReordering
          disableClear
          fullWidth
          getItemLabel={(index) => String(index + 1)}
          sx={{ '& .RaSimpleFormIterator-line': { alignItems: 'flex-start', pt: 3 } }}
        >
          <EntryFields schoolId={schoolId} choices={choices} />
        </SimpleFormIterator>
      </ArrayInput>
      <Total />
    </Box>
  )
}

const columns = {
  xs: 'minmax(0, 1fr)',
  sm: 'repeat(2, minmax(0, 1fr))',
  lg: 'minmax(0, 2.2fr) minmax(0, 1.3fr) repeat(3, minmax(0, 1fr))',
}

function EntryFields({ schoolId, choices }: { schoolId: number; choices: MoneyChoice[] }) {
  const translate = useTranslate()
  const name = (field: string) => translate(`resources.pay-lists.fields.${field}`)
  return (
    <Box sx={{ display: 'grid', width: '100%', columnGap: 3, gridTemplateColumns: columns }}>
      <PayeeInput schoolId={schoolId} isRequired kind="person" label={name('person')} />
      <SelectInput
        source="taxKind"
        label={name('taxKind')}
        choices={taxKinds.map((id) => ({ id, name: `funding.taxKinds.${id}` }))}
        validate={required()}
        defaultValue="wages"
      />
      <HundredthsInput source="hoursHundredths" label={name('hours')} validate={minValue(1)} />
      <FenInput source="rateFen" label={name('rateFen')} validate={minValue(1)} />
      <FormDataConsumer>
        {({ scopedFormData }) => (
          <Amount entry={(scopedFormData ?? {}) as GivenEntry} label={name('amountFen')} />
        )}
      </FormDataConsumer>
      <Box
        sx={{
          gridColumn: '1 / -1',
          display: 'grid',
          columnGap: 3,
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 3fr) minmax(0, 1.5fr) minmax(0, 2fr)' },
        }}
      >
        <MoneyInput choices={choices} />
        <TextInput source="note" label={name('note')} validate={maxLength(200)} />
      </Box>
    </Box>
  )
}

/** What hours and rate come to is not typed. */
function Amount({ entry, label }: { entry: GivenEntry; label: string }) {
  const translate = useTranslate()
  const worked = workedFen(entry)
  if (worked === null)
    return <FenInput source="amountFen" label={label} validate={[required(), minValue(1)]} />
  return (
    <Box role="status" sx={{ textAlign: 'right', pt: 1 }}>
      <Typography variant="caption" color="text.secondary" component="p">
        {label}
      </Typography>
      <Typography sx={{ fontVariantNumeric: 'tabular-nums' }}>{printFen(worked)}</Typography>
      <Typography variant="caption" color="text.secondary">
        {translate('funding.hoursTimesRate')}
      </Typography>
    </Box>
  )
}

function MoneyInput({ choices }: { choices: MoneyChoice[] }) {
  const { field, fieldState } = useInput({ source: 'lines', validate: required() })
  const lines = (field.value || []) as GivenLine[]
  // Kept while no class is chosen.
  const [account, setAccount] = useState(lines[0]?.account ?? payAccounts[0])
  const put = (ids: readonly number[], of: string) => {
    const known = new Map(lines.map((line) => [line.allotmentId, line]))
    field.onChange(ids.map((allotmentId) => ({ ...known.get(allotmentId), allotmentId, account: of })))
  }
  const chosen = lines.map(({ allotmentId }) => allotmentId)
  return (
    <ClassesField
      choices={choices}
      chosen={chosen}
      account={account}
      onChosen={(ids) => put(ids, account)}
      onAccount={(next) => {
        setAccount(next as typeof account)
        put(chosen, next)
      }}
      error={fieldState.error?.message}
    />
  )
}

function Total() {
  const translate = useTranslate()
  const entries = (useWatch({ name: 'entries' }) as GivenEntry[] | undefined) ?? []
  if (entries.length === 0) return null
  return (
    <Typography variant="subtitle1" role="status" sx={{ textAlign: 'right', my: 2 }}>
      {translate('funding.payListTotal', {
        count: entries.length,
        amount: printFen(entries.reduce((sum, entry) => sum + (payFen(entry) ?? 0), 0)),
      })}
    </Typography>
  )
}
