/** The columns of a file in their order: what stands in each, and under which title. */
import Box from '@mui/material/Box'
import {
  ArrayInput,
  FormDataConsumer,
  maxLength,
  required,
  SelectInput,
  SimpleFormIterator,
  TextInput,
  useResourceContext,
  useTranslate,
} from 'react-admin'
import type { BankFormatColumn } from '../types'
import { isOutgoing, usePresets } from './formats'

export function ColumnsInput() {
  return (
    <ArrayInput source="columns" validate={required()}>
      <SimpleFormIterator
        disableClear
        fullWidth
        sx={{
          '& .RaSimpleFormIterator-line': { alignItems: 'flex-start' },
          // The order is what a format is about: how it is changed must be seen without pointing at a row.
          '& .RaSimpleFormIterator-action': { visibility: 'visible', pt: { md: 6 } },
        }}
      >
        <ColumnFields />
      </SimpleFormIterator>
    </ArrayInput>
  )
}

function ColumnFields() {
  const translate = useTranslate()
  const isOut = isOutgoing(useResourceContext())
  const { data, titleOf } = usePresets()
  const choices = (data?.fields ?? []).map(({ name, isRequired }) => ({
    id: name,
    name: isRequired ? translate('funding.fieldRequired', { field: titleOf(name) }) : titleOf(name),
  }))
  return (
    <Box
      sx={{
        display: 'grid',
        width: '100%',
        columnGap: 3,
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 1fr) minmax(0, 1fr)' },
      }}
    >
      <SelectInput
        source="field"
        label="funding.columnField"
        choices={choices}
        translateChoice={false}
        validate={required()}
        helperText={false}
      />
      <TextInput
        source="title"
        label="funding.columnTitle"
        validate={[required(), maxLength(60)]}
        helperText={false}
      />
      {isOut && (
        <FormDataConsumer>
          {({ scopedFormData }) =>
            (scopedFormData as Partial<BankFormatColumn> | undefined)?.field === 'fixed' && (
              <TextInput
                source="value"
                label="funding.columnValue"
                validate={maxLength(60)}
                helperText="funding.columnValueHelp"
                sx={{ gridColumn: { md: '1 / -1' } }}
              />
            )
          }
        </FormDataConsumer>
      )}
    </Box>
  )
}
