/** Under which contract or purchase a payment stands: chosen, it brings its payee and what remains of its lines. */
import Alert from '@mui/material/Alert'
import Typography from '@mui/material/Typography'
import { AutocompleteInput, ReferenceInput, useGetOne, useTranslate } from 'react-admin'
import { useFormContext, useWatch } from 'react-hook-form'
import { printFen } from '../../../shared'
import type { Commitment } from '../types'
import { paymentUnder } from './paymentUnder'

const byText = (text: string) => ({ q: text })
const always = () => true
const textOf = (each: Commitment) => `${each.title} · ${each.number} · ${each.payee}`

export function CommitmentInput({ schoolId }: { schoolId: number | undefined }) {
  const { setValue } = useFormContext()
  const fill = (commitment: Commitment | null | undefined) => {
    if (!commitment) return
    const { payeeId, lines } = paymentUnder(commitment)
    setValue('payeeId', payeeId, { shouldDirty: true })
    setValue('lines', lines, { shouldDirty: true })
  }
  return (
    <>
      <ReferenceInput
        source="commitmentId"
        reference="commitments"
        filter={{ status: 'approved', ...(schoolId === undefined ? {} : { schoolId }) }}
        sort={{ field: 'signedOn', order: 'DESC' }}
        perPage={25}
      >
        <AutocompleteInput
          optionText={textOf}
          inputText={textOf}
          filterToQuery={byText}
          matchSuggestion={always}
          helperText="funding.chooseCommitmentHelp"
          onChange={(_id: unknown, commitment: unknown) => fill(commitment as Commitment | null)}
        />
      </ReferenceInput>
      <Remaining />
    </>
  )
}

/** What the contract has paid, reserved and left; more than that may be drafted, and is said at once. */
function Remaining() {
  const translate = useTranslate()
  const id = useWatch({ name: 'commitmentId' }) as number | null | undefined
  const lines = (useWatch({ name: 'lines' }) as { amountFen?: number | null }[] | undefined) ?? []
  const { data } = useGetOne<Commitment>(
    'commitments',
    { id: id ?? 0 },
    { enabled: id !== null && id !== undefined },
  )
  if (!id || !data) return null
  const asked = lines.reduce((sum, { amountFen }) => sum + (typeof amountFen === 'number' ? amountFen : 0), 0)
  const said = translate('funding.commitmentStands', {
    amount: printFen(data.amountFen),
    paid: printFen(data.paidFen),
    underWay: printFen(data.underWayFen),
    remaining: printFen(data.remainingFen),
  })
  return asked > data.remainingFen ? (
    <Alert severity="warning" role="status" sx={{ mb: 3 }}>
      {`${said}${translate('funding.overCommitment', { asked: printFen(asked) })}`}
    </Alert>
  ) : (
    <Typography color="text.secondary" role="status" sx={{ mb: 3 }}>
      {said}
    </Typography>
  )
}
