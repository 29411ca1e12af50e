/** The fiscal year that a page looks at; kept in the address. */
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { useTranslate } from 'react-admin'
import { useSearchParams } from 'react-router'
import { today } from './format'

/** Years that a list may be narrowed to: the present one, one to come, and five before. */
export const fiscalYears = (year: number): number[] => Array.from({ length: 7 }, (_, i) => year + 1 - i)
const thisYear = (): number => Number(today().slice(0, 4))

export function useFiscalYear(): [number, (year: number) => void] {
  const [search, setSearch] = useSearchParams()
  const asked = Number(search.get('year'))
  const set = (year: number) => setSearch((old) => ({ ...Object.fromEntries(old), year: String(year) }))
  return [Number.isInteger(asked) && asked > 2000 ? asked : thisYear(), set]
}

export function FiscalYearSelect() {
  const translate = useTranslate()
  const [year, setYear] = useFiscalYear()
  return (
    <TextField
      select
      size="small"
      margin="none"
      label={translate('funding.fiscalYear')}
      value={year}
      onChange={(event) => setYear(Number(event.target.value))}
      sx={{ minWidth: 120 }}
      fullWidth={false}
    >
      {fiscalYears(thisYear()).map((each) => (
        <MenuItem key={each} value={each}>
          {each}
        </MenuItem>
      ))}
    </TextField>
  )
}

export const yearChoices = () => fiscalYears(thisYear()).map((id) => ({ id, name: String(id) }))
export const presentYear = thisYear
