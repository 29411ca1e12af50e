/** A format, new or changed: begun from a sample, seen at once on a row. */
import Box from '@mui/material/Box'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import {
  BooleanInput,
  maxLength,
  required,
  TextInput,
  useRecordContext,
  useResourceContext,
  useTranslate,
} from 'react-admin'
import { useFormContext, useWatch } from 'react-hook-form'
import { CreatePage, EditPage, ErrorNotice, NameSearch, useScope } from '../../../shared'
import type { BankFormat, BankFormatPresets } from '../types'
import { ColumnsInput } from './ColumnsInput'
import { isOutgoing, typedColumns, type TypedWords, typedWords, usePresets } from './formats'
import { Sample } from './Sample'

const off = { htmlInput: { autoComplete: 'off' } }
const results = ['paid', 'failed', 'returned'] as const
/** What comes first of those for a new format. */
const beginning = { out: 'bank_batch', in: 'bank_batch_return' }

const typed = (isOut: boolean) => (data: Record<string, unknown>) => ({
  name: data.name,
  columns: typedColumns(data.columns),
  ...(isOut ? {} : { words: typedWords(data.words as TypedWords | null) }),
  isDefault: data.isDefault ?? false,
})

export function FormatCreate() {
  const translate = useTranslate()
  const isOut = isOutgoing(useResourceContext())
  const { schoolId, hasManySchools } = useScope()
  const { data, error } = usePresets()
  if (!data) return <ErrorNotice error={error} />
  const first = data.presets.find(({ key }) => key === (isOut ? beginning.out : beginning.in))
  return (
    <CreatePage
      redirect="show"
      defaultValues={{
        ...(hasManySchools ? { schoolId } : {}),
        columns: first?.columns ?? [],
        words: first?.words ?? null,
        isDefault: false,
      }}
      transform={(given) => ({ schoolId: given.schoolId ?? null, ...typed(isOut)(given) })}
    >
      <Begin presets={data.presets} first={first?.key ?? ''} />
      {hasManySchools && (
        <NameSearch
          source="schoolId"
          reference="schools"
          helperText={translate('funding.formatSchoolHelp')}
        />
      )}
      <Fields />
    </CreatePage>
  )
}

export function FormatEdit() {
  const isOut = isOutgoing(useResourceContext())
  return (
    <EditPage redirect="show" transform={typed(isOut)}>
      <Fields />
    </EditPage>
  )
}

/** Takes the columns of a sample; what stood there is replaced. */
function Begin({ presets, first }: { presets: BankFormatPresets['presets']; first: string }) {
  const translate = useTranslate()
  const { setValue } = useFormContext()
  return (
    <TextField
      select
      fullWidth
      defaultValue={first}
      label={translate('funding.formatBegin')}
      helperText={translate('funding.formatBeginHelp')}
      onChange={({ target }) => {
        const preset = presets.find(({ key }) => key === target.value)
        setValue('columns', preset?.columns ?? [], { shouldDirty: true })
        setValue('words', preset?.words ?? null, { shouldDirty: true })
      }}
    >
      {presets.map(({ key, name }) => (
        <MenuItem key={key} value={key}>
          {name}
        </MenuItem>
      ))}
    </TextField>
  )
}

function Fields() {
  const isOut = isOutgoing(useResourceContext())
  const isNew = useRecordContext<BankFormat>() === undefined
  return (
    <>
      <TextInput
        source="name"
        validate={[required(), maxLength(60)]}
        slotProps={off}
        {...(isNew ? { helperText: 'funding.formatNameHelp' } : {})}
      />
      <ColumnsInput />
      {!isOut && <WordsInput />}
      <LiveSample />
      <Box sx={{ mt: 4 }}>
        <BooleanInput
          source="isDefault"
          helperText={isOut ? 'funding.formatDefaultOut' : 'funding.formatDefaultIn'}
        />
      </Box>
    </>
  )
}

const inOneLine = (words: unknown) => (Array.isArray(words) ? words.join('、') : ((words as string) ?? ''))
const asTyped = (text: unknown) => text

function WordsInput() {
  const translate = useTranslate()
  return (
    <Box sx={{ mt: 4 }}>
      <Typography variant="subtitle2" component="h2">
        {translate('funding.formatWords')}
      </Typography>
      <Typography variant="body2" color="text.secondary" sx={{ mb: 2 }}>
        {translate('funding.formatWordsHelp')}
      </Typography>
      {results.map((result) => (
        <TextInput
          key={result}
          source={`words.${result}`}
          label={`funding.formatWordsOf.${result}`}
          format={inOneLine}
          parse={asTyped}
          slotProps={off}
          helperText={false}
        />
      ))}
    </Box>
  )
}

function LiveSample() {
  const [columns, words] = useWatch({ name: ['columns', 'words'] }) as [unknown, TypedWords | null]
  return <Sample columns={typedColumns(columns)} words={typedWords(words)} />
}
