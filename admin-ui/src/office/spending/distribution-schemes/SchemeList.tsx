/** How has received money been put on the classes, and what waits for the principal? */
import Button from '@mui/material/Button'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useRedirect, useTranslate } from 'react-admin'
import type { Schemas } from '../../../api/contract'
import {
  choiceFilter,
  Col,
  DateCol,
  EmptyState,
  FormDialog,
  MoneyCol,
  NumberCol,
  OfficeList,
  printFen,
  StatusCol,
  useKehou,
  useMay,
  useScope,
  presentYear,
  fiscalYears,
  useAll,
} from '../../../shared'
import { type Scheme, schemeStates } from '../types'

const filters = [
  choiceFilter('status', schemeStates, 'states.schemes'),
  choiceFilter('fiscalYear', fiscalYears(presentYear()).map(String), null),
]

export function SchemeList() {
  const translate = useTranslate()
  const mayWrite = useMay('scheme.write')
  return (
    <OfficeList<Scheme>
      under={translate('funding.schemesUnder')}
      scope={['school']}
      order={{ field: 'id', order: 'DESC' }}
      filters={filters}
      hasSearch={false}
      totals={['totalFen']}
      actions={mayWrite ? <CarriedButton /> : undefined}
      empty={<EmptyState why={translate('funding.noSchemes')} next={translate('funding.noSchemesNext')} />}
      simple={{
        primary: (each) => `${each.fundName} · ${each.fiscalYear}`,
        secondary: (each) => translate(`states.schemes.${each.status}`),
        trailing: (each) => printFen(each.totalFen),
      }}
    >
      <Col source="schoolName" disableSort />
      <Col source="fundName" disableSort />
      <NumberCol source="fiscalYear" options={{ useGrouping: false }} disableSort />
      <MoneyCol source="totalFen" />
      <DateCol source="staffMeetingOn" disableSort />
      <StatusCol source="status" />
    </OfficeList>
  )
}

function CarriedButton() {
  const translate = useTranslate()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button variant="outlined" onClick={() => setOpen(true)}>
        {translate('funding.carriedScheme')}
      </Button>
      {isOpen && <CarriedDialog onClose={() => setOpen(false)} />}
    </>
  )
}

function CarriedDialog({ onClose }: { onClose: () => void }) {
  const translate = useTranslate()
  const kehou = useKehou()
  const redirect = useRedirect()
  const { schoolId } = useScope()
  const { data: funds = [] } = useAll<Schemas['FundOut']>('funds', {
    sort: { field: 'id', order: 'ASC' },
  })
  const [fundId, setFundId] = useState('')
  const [fiscalYear, setFiscalYear] = useState(presentYear())
  const make = async () => {
    const scheme = await kehou.call<Scheme>('POST', '/api/schemes', {
      fundId: Number(fundId),
      fiscalYear,
      ...(schoolId === undefined ? {} : { schoolId }),
    })
    redirect('show', 'schemes', scheme.id)
  }
  return (
    <FormDialog
      title={translate('funding.carriedScheme')}
      send={translate('funding.makeScheme')}
      isReady={fundId !== ''}
      onSend={make}
      onClose={onClose}
    >
      <Typography>{translate('funding.carriedSchemeHelp')}</Typography>
      <TextField
        select
        label={translate('funding.fund')}
        value={fundId}
        onChange={(event) => setFundId(event.target.value)}
        sx={{ mt: 4 }}
      >
        {funds.map((each) => (
          <MenuItem key={each.id} value={String(each.id)}>
            {each.name}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        select
        label={translate('funding.fiscalYear')}
        value={fiscalYear}
        onChange={(event) => setFiscalYear(Number(event.target.value))}
      >
        {fiscalYears(presentYear()).map((each) => (
          <MenuItem key={each} value={each}>
            {each}
          </MenuItem>
        ))}
      </TextField>
    </FormDialog>
  )
}
