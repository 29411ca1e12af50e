/** Chooses a payee of the school, or puts in a new one without leaving the form. */
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { useState } from 'react'
import {
  AutocompleteInput,
  ReferenceInput,
  required,
  useCreateSuggestionContext,
  useTranslate,
} from 'react-admin'
import { largestPage } from '../../../api/dataProvider'
import { FormDialog, useKehou } from '../../../shared'
import { type Payee, payeeKinds } from '../types'

const byText = (text: string) => ({ q: text })
const always = () => true
export const payeeText = (each: Payee) => `${each.name} · ····${each.accountLast4} · ${each.bankName ?? '–'}`

interface PayeeInputProps {
  schoolId: number | undefined
  isRequired?: boolean
  /** Only people; a new one is one, too. */
  kind?: 'person'
  label?: string
}

export function PayeeInput({ schoolId, isRequired = false, kind, label }: PayeeInputProps) {
  return (
    <ReferenceInput
      source="payeeId"
      reference="payees"
      filter={{
        isActive: true,
        ...(kind ? { kind } : {}),
        ...(schoolId === undefined ? {} : { schoolId }),
      }}
      sort={{ field: 'name', order: 'ASC' }}
      perPage={largestPage}
    >
      <AutocompleteInput
        {...(label === undefined ? {} : { label })}
        optionText={payeeText}
        inputText={(each: Payee) => payeeText(each)}
        filterToQuery={byText}
        matchSuggestion={always}
        {...(isRequired ? { validate: required() } : {})}
        helperText="funding.choosePayeeHelp"
        createLabel="funding.typeNewPayee"
        createItemLabel="funding.newPayeeNamed"
        {...(schoolId === undefined
          ? {}
          : { create: <NewPayee schoolId={schoolId} kind={kind ?? 'unit'} /> })}
      />
    </ReferenceInput>
  )
}

function NewPayee({ schoolId, kind }: { schoolId: number; kind: Payee['kind'] }) {
  const translate = useTranslate()
  const kehou = useKehou()
  const { onCancel, onCreate, filter } = useCreateSuggestionContext()
  const [given, setGiven] = useState({
    name: filter ?? '',
    kind,
    account: '',
    bankName: '',
    bankCode: '',
  })
  const field = (name: keyof typeof given) => ({
    label: translate(`resources.payees.fields.${name}`),
    value: given[name],
    onChange: (event: { target: { value: string } }) => setGiven({ ...given, [name]: event.target.value }),
    fullWidth: true,
    sx: { mt: 3 },
    slotProps: { htmlInput: { autoComplete: 'off', maxLength: 80 } },
  })
  const make = async () => {
    const { bankCode, ...rest } = given
    const payee = await kehou.call<Payee>('POST', '/api/payees', {
      ...rest,
      schoolId,
      ...(bankCode.trim() === '' ? {} : { bankCode }),
    })
    onCreate(payee)
  }
  return (
    <FormDialog
      title={translate('funding.newPayee')}
      send={translate('ra.action.save')}
      isReady={
        given.name.trim() !== '' && given.account.trim().length >= 5 && given.bankName.trim().length >= 2
      }
      onSend={make}
      onClose={onCancel}
    >
      <TextField {...field('name')} required />
      <TextField {...field('kind')} select>
        {payeeKinds.map((each) => (
          <MenuItem key={each} value={each}>
            {translate(`funding.payeeKinds.${each}`)}
          </MenuItem>
        ))}
      </TextField>
      <TextField {...field('account')} required helperText={translate('funding.accountHelp')} />
      <TextField {...field('bankName')} required />
      <TextField {...field('bankCode')} helperText={translate('funding.bankCodeHelp')} />
    </FormDialog>
  )
}
