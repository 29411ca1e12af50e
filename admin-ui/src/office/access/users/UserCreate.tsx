/** A new account: who, as what, for which region or school. The one-time password is shown once. */
import { useState } from 'react'
import {
  FormDataConsumer,
  maxLength,
  regex,
  required,
  SelectInput,
  TextInput,
  useRedirect,
} from 'react-admin'
import { CreatePage, NameSearch, RegionInput, useActor } from '../../../shared'
import { OneTimePassword } from './OneTimePassword'
import { isSchoolRole, staffRoles, type User, type UserWithPassword } from './user'

const username = [required(), regex(/^[a-z][a-z0-9._-]{2,39}$/, 'system.users.usernameHelp')]

export function UserCreate() {
  const actor = useActor()
  const redirect = useRedirect()
  const [made, setMade] = useState<UserWithPassword | null>(null)
  const onlyOwnFields = (data: Record<string, unknown>) => ({
    ...data,
    schoolId: isSchoolRole((data as Partial<User>).role) ? (data.schoolId ?? null) : null,
  })
  return (
    <>
      <CreatePage
        defaultValues={{ regionCode: actor?.regionCode ?? '', schoolId: actor?.schoolId ?? null }}
        transform={onlyOwnFields}
        onSaved={(user) => setMade(user as UserWithPassword)}
      >
        <TextInput source="displayName" validate={[required(), maxLength(80)]} />
        <TextInput
          source="username"
          validate={username}
          helperText="system.users.usernameHelp"
          autoComplete="off"
        />
        <SelectInput
          source="role"
          choices={staffRoles.map((id) => ({ id, name: `roles.${id}` }))}
          validate={required()}
        />
        <RegionInput />
        <FormDataConsumer>
          {({ formData }) =>
            isSchoolRole((formData as Partial<User>).role) ? (
              <NameSearch
                source="schoolId"
                reference="schools"
                validate={required()}
                helperText="system.users.schoolHelp"
              />
            ) : null
          }
        </FormDataConsumer>
      </CreatePage>
      {made && <OneTimePassword user={made} onClose={() => redirect('show', 'users', made.id)} />}
    </>
  )
}
