/** From which classes' money somebody is paid, and for what: the amount is shared by the class-hours, evenly. */
import Autocomplete from '@mui/material/Autocomplete'
import Box from '@mui/material/Box'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useTranslate } from 'react-admin'
import { payAccounts } from '../types'
import type { MoneyChoice } from './useMoney'

interface Props {
  choices: MoneyChoice[]
  chosen: readonly number[]
  account: string
  onChosen: (ids: number[]) => void
  onAccount: (account: string) => void
  /** Why it cannot be saved. */
  error?: string | undefined
}

export function ClassesField({ choices, chosen, account, onChosen, onAccount, error }: Props) {
  const translate = useTranslate()
  return (
    <>
      <Autocomplete
        multiple
        disableCloseOnSelect
        limitTags={2}
        options={choices}
        value={choices.filter(({ id }) => chosen.includes(id))}
        onChange={(_event, next) => onChosen(next.map(({ id }) => id))}
        getOptionLabel={({ name }) => name}
        getOptionKey={({ id }) => id}
        isOptionEqualToValue={(one, other) => one.id === other.id}
        renderOption={({ key, ...props }, choice) => (
          <Box component="li" key={key} {...props}>
            <div>
              {choice.name}
              <Typography variant="body2" color="text.secondary">
                {choice.left}
              </Typography>
            </div>
          </Box>
        )}
        renderInput={(params) => (
          <TextField
            {...params}
            label={translate('funding.payFrom')}
            required
            error={error !== undefined}
            helperText={error ?? translate('funding.payFromHelp')}
          />
        )}
      />
      <TextField
        select
        fullWidth
        label={translate('resources.payments.fields.account')}
        value={account}
        onChange={(event) => onAccount(event.target.value)}
      >
        {payAccounts.map((each) => (
          <MenuItem key={each} value={each}>
            {translate(`funding.accounts.${each}`)}
          </MenuItem>
        ))}
      </TextField>
    </>
  )
}
