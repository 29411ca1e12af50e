/** Who shall act in my place, for what, from when to when? */
import Alert from '@mui/material/Alert'
import Skeleton from '@mui/material/Skeleton'
import Typography from '@mui/material/Typography'
import {
  CheckboxGroupInput,
  FormDataConsumer,
  maxLength,
  minLength,
  required,
  ResourceContextProvider,
  TextInput,
  useTranslate,
} from 'react-admin'
import { query } from '../../../api/call'
import type { Page } from '../../../api/contract'
import { CreatePage, EmptyState, ErrorNotice, LocalDateInput, NameSearch, useAnswer } from '../../../shared'
import { sentenceOf, type Choices, type Delegate } from './delegation'

export const DelegationCreate = () => (
  <ResourceContextProvider value="delegations">
    <DelegationForm />
  </ResourceContextProvider>
)

function DelegationForm() {
  const translate = useTranslate()
  const { data, error, isPending, refetch } = useAnswer<Choices>('/api/delegations/choices')
  if (isPending) return <Skeleton variant="rounded" height={320} />
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />
  if (data.permissions.length === 0) return <EmptyState why={translate('delegations.nothingToGive')} />
  const nameOf = (each: Delegate) => `${each.displayName} · ${translate(`roles.${each.role}`)}`
  return (
    <CreatePage
      title={translate('delegations.new')}
      redirect="list"
      saved="delegations.saved"
      defaultValues={{ startsOn: data.today, permissions: [] }}
      consequence={<Typography color="text.secondary">{translate('delegations.consequence')}</Typography>}
    >
      <NameSearch
        source="toUserId"
        reference="delegations/colleagues"
        sort={{ field: 'displayName', order: 'ASC' }}
        optionText={nameOf}
        validate={required()}
        helperText="delegations.noColleague"
      />
      <CheckboxGroupInput
        source="permissions"
        row={false}
        choices={data.permissions.map((id) => ({ id, name: sentenceOf(id) }))}
        validate={required()}
        helperText={false}
        sx={{ '& .RaCheckboxGroupInput-label': { transform: 'none' } }}
      />
      <FormDataConsumer>
        {({ formData }) => {
          const { toUserId, permissions = [] } = formData as { toUserId?: number; permissions?: string[] }
          return toUserId ? <OwnAlready userId={toUserId} permissions={permissions} /> : null
        }}
      </FormDataConsumer>
      <LocalDateInput source="startsOn" validate={required()} />
      <LocalDateInput
        source="endsOn"
        validate={required()}
        helperText={translate('delegations.mostDays', { count: data.mostDays })}
      />
      <TextInput
        source="reason"
        multiline
        minRows={2}
        validate={[required(), minLength(2), maxLength(200)]}
        helperText={false}
      />
    </CreatePage>
  )
}

/** Nothing is gained by delegating what the colleague's own role lets them do. */
function OwnAlready({ userId, permissions }: { userId: number; permissions: string[] }) {
  const translate = useTranslate()
  const { data } = useAnswer<Page<Delegate>>(`/api/delegations/colleagues${query({ ids: userId })}`)
  const colleague = data?.items[0]
  const own = permissions.filter((permission) =>
    (colleague?.permissions as string[] | undefined)?.includes(permission),
  )
  if (!colleague || own.length === 0) return null
  return (
    <Alert severity="info" sx={{ my: 2 }}>
      {translate('delegations.alreadyMay', {
        name: colleague.displayName,
        list: own.map((each) => translate(sentenceOf(each))).join(translate('delegations.separator')),
      })}
    </Alert>
  )
}
