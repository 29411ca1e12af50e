/** The filters of the boards: fund, class and warning; kept in the address. */
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import type { ReactNode } from 'react'
import { useTranslate } from 'react-admin'
import { useSearchParams } from 'react-router'
import type { Schemas } from '../../../api/contract'
import { useAll } from '../../../shared'
import { warningCodes } from '../types'

export interface BoardFilter {
  fundId?: number
  homeClassId?: number
  warning?: string
}

export function useBoardFilter(): [BoardFilter, (name: string, value: string) => void, () => void] {
  const [search, setSearch] = useSearchParams()
  const number = (name: string) => (search.get(name) ? Number(search.get(name)) : undefined)
  const [fundId, homeClassId, warning] = [number('fund'), number('class'), search.get('warning') ?? undefined]
  const set = (name: string, value: string) =>
    setSearch((old) => {
      const next = new URLSearchParams(old)
      if (value === '') next.delete(name)
      else next.set(name, value)
      return next
    })
  const clear = () =>
    setSearch((old) => {
      const next = new URLSearchParams(old)
      for (const name of ['fund', 'class', 'warning']) next.delete(name)
      return next
    })
  return [
    {
      ...(fundId === undefined ? {} : { fundId }),
      ...(homeClassId === undefined ? {} : { homeClassId }),
      ...(warning ? { warning } : {}),
    },
    set,
    clear,
  ]
}

/** `classes` are what the school's board knows; without them there is no choice of classes. */
export function BoardFilters({ classes, children }: { classes?: [number, string][]; children?: ReactNode }) {
  const translate = useTranslate()
  const [filter, set, clear] = useBoardFilter()
  const { data: funds = [] } = useAll<Schemas['FundOut']>('funds', {
    sort: { field: 'id', order: 'ASC' },
  })
  const select = (name: string, label: string, value: string, all: string, choices: [string, string][]) => (
    <TextField
      select
      size="small"
      margin="none"
      fullWidth={false}
      sx={{ minWidth: 160 }}
      label={translate(label)}
      value={choices.some(([id]) => id === value) ? value : ''}
      onChange={(event) => set(name, event.target.value)}
      slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
    >
      <MenuItem value="">{translate(all)}</MenuItem>
      {choices.map(([id, text]) => (
        <MenuItem key={id} value={id}>
          {text}
        </MenuItem>
      ))}
    </TextField>
  )
  return (
    <Box className="no-print" sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2, mb: 3 }}>
      {select(
        'fund',
        'funding.fund',
        String(filter.fundId ?? ''),
        'funding.allFunds',
        funds.map((each) => [String(each.id), each.name]),
      )}
      {classes &&
        select(
          'class',
          'funding.class',
          String(filter.homeClassId ?? ''),
          'funding.allClasses',
          classes.map(([id, name]) => [String(id), name]),
        )}
      {select('warning', 'funding.warning', filter.warning ?? '', 'funding.allRows', [
        ['any', translate('funding.anyWarning')],
        ...warningCodes.map((code): [string, string] => [code, translate(`funding.warningCodes.${code}`)]),
      ])}
      {Object.keys(filter).length > 0 && (
        <Button color="secondary" onClick={clear}>
          {translate('funding.clear')}
        </Button>
      )}
      <Box sx={{ flexGrow: 1 }} />
      {children}
    </Box>
  )
}
