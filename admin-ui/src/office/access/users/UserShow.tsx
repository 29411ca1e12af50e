/** One account: what it may be used for, and freezing, releasing, a new password. */
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { ReferenceField, useRecordContext, useRefresh, useTranslate } from 'react-admin'
import {
  FormDialog,
  printInstant,
  RecordPage,
  useActor,
  useKehou,
  useMay,
  useRegionName,
  type Fact,
} from '../../../shared'
import { OneTimePassword } from './OneTimePassword'
import type { User, UserWithPassword } from './user'
import { UserState } from './UserList'

export function UserShow() {
  const translate = useTranslate()
  const regionName = useRegionName()
  const label = (field: string) => translate(`resources.users.fields.${field}`)
  const facts = (user: User): Fact[] => [
    { label: label('username'), value: user.username },
    { label: label('role'), value: translate(`roles.${user.role}`) },
    { label: label('regionCode'), value: regionName(user.regionCode) },
    {
      label: label('schoolId'),
      value: (
        <ReferenceField record={user} source="schoolId" reference="schools" link="show" empty={<>–</>} />
      ),
    },
    {
      label: label('lastSignInAt'),
      value: user.lastSignInAt ? printInstant(user.lastSignInAt) : translate('system.users.never'),
    },
    { label: translate('kit.status'), value: <UserState user={user} /> },
  ]
  return <RecordPage<User> title={(user) => user.displayName} facts={facts} actions={<UserActs />} />
}

type Act = 'freeze' | 'release' | 'reset'
const paths: Record<Act, string> = { freeze: 'freeze', release: 'release', reset: 'reset-password' }

function UserActs() {
  const translate = useTranslate()
  const me = useActor()
  const mayWrite = useMay('user.write')
  const user = useRecordContext<User>()
  const [act, setAct] = useState<Act | null>(null)
  const [made, setMade] = useState<UserWithPassword | null>(null)
  if (!user || !mayWrite || user.id === me?.userId) return null
  const button = (name: Act, color: 'primary' | 'error' = 'primary') => (
    <Button variant="outlined" color={color} onClick={() => setAct(name)}>
      {translate(`system.users.${name}`)}
    </Button>
  )
  return (
    <>
      {button('reset')}
      {user.isFrozen ? button('release') : button('freeze', 'error')}
      {act && <ActDialog act={act} user={user} onClose={() => setAct(null)} onPassword={setMade} />}
      {made && <OneTimePassword user={made} onClose={() => setMade(null)} />}
    </>
  )
}

function ActDialog({
  act,
  user,
  onClose,
  onPassword,
}: {
  act: Act
  user: User
  onClose: () => void
  onPassword: (user: UserWithPassword) => void
}) {
  const translate = useTranslate()
  const kehou = useKehou()
  const refresh = useRefresh()
  const run = async () => {
    const next = await kehou.call<User | UserWithPassword>('POST', `/api/users/${user.id}/${paths[act]}`, {})
    refresh()
    onClose()
    if ('oneTimePassword' in next) onPassword(next)
  }
  return (
    <FormDialog
      title={translate(`system.users.${act}`)}
      send={translate(`system.users.${act}`)}
      isDangerous={act === 'freeze'}
      onSend={run}
      onClose={onClose}
    >
      <Typography>
        {translate(`system.users.${act}Consequence`, { name: user.displayName, username: user.username })}
      </Typography>
    </FormDialog>
  )
}
