/** Takes the file of an order in the format that the bank wants; the one that comes first is chosen, or this person's last. */
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { useStore, useTranslate } from 'react-admin'
import { query } from '../../../api/call'
import { DownloadButton, ErrorNotice, useAnswer } from '../../../shared'
import type { BankFormatChoice, BankOrder } from '../types'

interface Remembered {
  /** Which one came first when this was chosen: another first choice is new to the person. */
  first: string
  chosen: string
}

export function TakeFile({ order: { id, number, exportedCount } }: { order: BankOrder }) {
  const translate = useTranslate()
  const { data, error } = useAnswer<BankFormatChoice[]>(`/api/bank-orders/${id}/formats`)
  const [remembered, remember] = useStore<Remembered | null>('bank-orders.format', null)
  if (!data) return <ErrorNotice error={error} />
  const first = data.find(({ isDefault }) => isDefault)?.key ?? ''
  const isKnown = remembered?.first === first && data.some(({ key }) => key === remembered.chosen)
  const chosen = isKnown ? remembered.chosen : first
  const nameOf = (key: string) => data.find((each) => each.key === key)?.name ?? key
  return (
    <>
      <TextField
        select
        size="small"
        margin="none"
        value={chosen}
        onChange={({ target }) => remember({ first, chosen: target.value })}
        sx={{ width: { xs: '100%', sm: 280 } }}
        slotProps={{
          htmlInput: { 'aria-label': translate('funding.chooseFormat') },
          select: { renderValue: (key) => translate('funding.inFormat', { name: nameOf(key as string) }) },
        }}
      >
        {data.map(({ key, name, owner }) => (
          <MenuItem key={key} value={key}>
            {owner === 'product' ? name : `${name} · ${translate(`funding.formatOwners.${owner}`)}`}
          </MenuItem>
        ))}
      </TextField>
      <DownloadButton
        path={`/api/bank-orders/${id}/file.xlsx${query({ format: chosen })}`}
        fileName={`bank-order-${number}.xlsx`}
        label={exportedCount === 0 ? 'funding.takeOrderFile' : 'funding.takeOrderAgain'}
        variant={exportedCount === 0 ? 'contained' : 'outlined'}
      />
    </>
  )
}
