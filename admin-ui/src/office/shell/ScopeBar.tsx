/** Which school and which term the office looks at. Without a choice of schools there is only the term. */
import SchoolIcon from '@mui/icons-material/ApartmentOutlined'
import Autocomplete from '@mui/material/Autocomplete'
import Box from '@mui/material/Box'
import InputAdornment from '@mui/material/InputAdornment'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { largestPage } from '../../api/dataProvider'
import { useEffect, useState } from 'react'
import { useGetList, useGetOne, useTranslate } from 'react-admin'
import type { Schemas } from '../../api/contract'
import { useTongue } from '../../shared/hooks'
import { useScope } from '../../shared/scope'

type SchoolName = Schemas['SchoolOut']

const slim = { '& .MuiInputBase-root': { height: 34 }, m: 0 }

export function ScopeBar() {
  const translate = useTranslate()
  const tongue = useTongue()
  const { terms, termId, setTerm, hasManySchools, schoolName } = useScope()
  return (
    <Box
      sx={{ display: 'flex', gap: 2, alignItems: 'center', minWidth: 0, minHeight: 34, flexWrap: 'nowrap' }}
      role="group"
      aria-label={`${translate('kit.scope.school')} · ${translate('kit.scope.term')}`}
    >
      {hasManySchools ? (
        <SchoolChoice />
      ) : (
        schoolName && (
          <Typography
            noWrap
            title={schoolName}
            sx={{ fontWeight: 550, maxWidth: 320, flexShrink: 1, minWidth: 0 }}
          >
            {schoolName}
          </Typography>
        )
      )}
      {terms.length > 0 && (
        <TextField
          select
          value={termId ?? ''}
          onChange={(event) => setTerm(Number(event.target.value))}
          sx={{ ...slim, width: 'auto', minWidth: 120, flexShrink: 0 }}
          slotProps={{ htmlInput: { 'aria-label': translate('kit.scope.term') } }}
        >
          {terms.map((term) => (
            <MenuItem key={term.id} value={term.id}>
              {tongue === 'en' ? (term.nameEn ?? term.name) : term.name}
            </MenuItem>
          ))}
        </TextField>
      )}
    </Box>
  )
}

function SchoolChoice() {
  const translate = useTranslate()
  const { schoolId, setSchool } = useScope()
  const [text, setText] = useState('')
  const [asked, setAsked] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text), 250)
    return () => clearTimeout(timer)
  }, [text])
  const { data: chosen } = useGetOne<SchoolName>(
    'schools',
    { id: schoolId ?? 0 },
    { enabled: schoolId !== undefined },
  )
  const { data: found, isPending } = useGetList<SchoolName>('schools', {
    filter: asked === '' || asked === chosen?.name ? {} : { q: asked },
    pagination: { page: 1, perPage: largestPage },
    sort: { field: 'name', order: 'ASC' },
  })
  const value = schoolId === undefined ? null : (chosen ?? null)
  return (
    <Autocomplete<SchoolName>
      value={value}
      options={found ?? []}
      loading={isPending}
      filterOptions={(options) => options}
      getOptionLabel={(school) => school.name}
      isOptionEqualToValue={(a, b) => a.id === b.id}
      onChange={(_event, school) => setSchool(school?.id)}
      onInputChange={(_event, next, reason) => setText(reason === 'input' ? next : '')}
      sx={{ width: { xs: '100%', sm: 280 }, minWidth: 0 }}
      renderInput={(params) => (
        <TextField
          {...params}
          placeholder={translate('kit.scope.allSchools')}
          sx={slim}
          slotProps={{
            ...params.slotProps,
            htmlInput: { ...params.slotProps.htmlInput, 'aria-label': translate('kit.scope.school') },
            input: {
              ...params.slotProps.input,
              startAdornment: (
                <InputAdornment position="start">
                  <SchoolIcon fontSize="small" />
                </InputAdornment>
              ),
            },
          }}
        />
      )}
    />
  )
}
