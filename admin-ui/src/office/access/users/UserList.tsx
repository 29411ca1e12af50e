/** Who may sign in, as what, and where? */
import { ReferenceField, useTranslate } from 'react-admin'
import {
  choiceFilter,
  Col,
  EmptyState,
  InstantField,
  OfficeList,
  StatusChip,
  yesNoFilter,
} from '../../../shared'
import { staffRoles, type User } from './user'

const filters = [choiceFilter('role', staffRoles, 'roles'), yesNoFilter('isFrozen')]

export const UserState = ({ user }: { user: User }) => {
  const translate = useTranslate()
  return user.isFrozen ? (
    <StatusChip status="frozen" label={translate('system.users.frozen')} />
  ) : (
    <StatusChip status="active" label={translate('system.users.active')} />
  )
}

export function UserList() {
  const translate = useTranslate()
  return (
    <OfficeList<User>
      order={{ field: 'username', order: 'ASC' }}
      scope={['school']}
      filters={filters}
      empty={<EmptyState why={translate('system.users.empty')} />}
      simple={{
        primary: (user) => user.displayName,
        secondary: (user) => `${translate(`roles.${user.role}`)} · ${user.username}`,
        trailing: (user) => <UserState user={user} />,
      }}
    >
      <Col source="displayName" />
      <Col source="username" />
      <Col source="role" render={(user) => translate(`roles.${user.role}`)} />
      <Col source="schoolId" disableSort>
        <ReferenceField source="schoolId" reference="schools" link={false} empty={<>–</>} />
      </Col>
      <Col source="lastSignInAt">
        <InstantField source="lastSignInAt" empty={translate('system.users.never')} />
      </Col>
      <Col
        source="isFrozen"
        label="kit.status"
        disableSort
        render={(user) => <UserState user={user as User} />}
      />
    </OfficeList>
  )
}
