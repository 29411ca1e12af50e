/** Begins a correction of a payment that was made: what kind, how much of which class, and where it belongs. */
import Button from '@mui/material/Button'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useRecordContext, useRedirect, useTranslate } from 'react-admin'
import { ErrorNotice, FormDialog, useAnswer, useKehou, useMay } from '../../../shared'
import { askedCorrections, type CorrectablePlace, type Correction, type Payment } from '../types'
import { type AskedLine, PlaceRow } from './PlaceRow'

export function CorrectButton() {
  const translate = useTranslate()
  const payment = useRecordContext<Payment>()
  const mayRequest = useMay('payment.request')
  const [isOpen, setOpen] = useState(false)
  if (payment?.status !== 'paid' || !mayRequest) return null
  return (
    <>
      <Button variant="outlined" onClick={() => setOpen(true)}>
        {translate('funding.correct')}
      </Button>
      {isOpen && <CorrectDialog payment={payment} onClose={() => setOpen(false)} />}
    </>
  )
}

type AskedKind = (typeof askedCorrections)[number]

function CorrectDialog({ payment, onClose }: { payment: Payment; onClose: () => void }) {
  const translate = useTranslate()
  const kehou = useKehou()
  const redirect = useRedirect()
  const { data = [], error } = useAnswer<CorrectablePlace[]>(`/api/payments/${payment.id}/correctable`)
  const [kind, setKind] = useState<AskedKind>('refund')
  const [reason, setReason] = useState('')
  const [lines, setLines] = useState<Record<number, AskedLine>>({})
  const asked = askedOf(data, lines, kind)
  const send = async () => {
    const made = await kehou.call<Correction>('POST', '/api/corrections', {
      paymentId: payment.id,
      kind,
      reason: reason.trim(),
      ...(kind === 'red_letter' ? {} : { lines: asked }),
    })
    redirect('show', 'corrections', made.id)
  }
  return (
    <FormDialog
      title={translate('funding.correct')}
      send={translate('funding.draftCorrection')}
      maxWidth="md"
      isReady={reason.trim().length >= 2 && (kind === 'red_letter' || isComplete(asked, kind))}
      onSend={send}
      onClose={onClose}
    >
      <ErrorNotice error={error} />
      <KindSelect kind={kind} onChange={setKind} />
      {kind !== 'red_letter' &&
        data.map((place, index) => (
          <PlaceRow
            key={`${place.allotmentId}/${place.account}`}
            place={place}
            payment={payment}
            moves={kind === 'reclassification'}
            line={lines[index] ?? {}}
            onChange={(line) => setLines({ ...lines, [index]: line })}
          />
        ))}
      <TextField
        fullWidth
        multiline
        minRows={2}
        margin="normal"
        label={translate('resources.corrections.fields.reason')}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 200 } }}
      />
    </FormDialog>
  )
}

interface Asked extends Pick<AskedLine, 'toAllotmentId' | 'toAccount'> {
  allotmentId: number
  account: string
  amountFen: number
}

/** The places of which something is to be mended. */
function askedOf(places: CorrectablePlace[], lines: Record<number, AskedLine>, kind: AskedKind): Asked[] {
  return places.flatMap(({ allotmentId, account }, index) => {
    const { amountFen, toAllotmentId, toAccount } = lines[index] ?? {}
    if (!amountFen) return []
    const to = kind === 'reclassification' ? { toAllotmentId, toAccount } : {}
    return [{ allotmentId, account, amountFen, ...to }]
  })
}

const isComplete = (asked: Asked[], kind: AskedKind) =>
  asked.length > 0 &&
  (kind !== 'reclassification' || asked.every((line) => line.toAllotmentId && line.toAccount))

function KindSelect({ kind, onChange }: { kind: AskedKind; onChange: (kind: AskedKind) => void }) {
  const translate = useTranslate()
  return (
    <>
      <TextField
        select
        fullWidth
        margin="normal"
        label={translate('resources.corrections.fields.kind')}
        value={kind}
        onChange={(event) => onChange(event.target.value as AskedKind)}
      >
        {askedCorrections.map((each) => (
          <MenuItem key={each} value={each}>
            {translate(`funding.correctionKinds.${each}`)}
          </MenuItem>
        ))}
      </TextField>
      <Typography color="text.secondary" sx={{ mb: 3 }}>
        {translate(`funding.correctionHelp.${kind}`)}
      </Typography>
    </>
  )
}
