/** Where can a section meet, and how many children fit in? */
import { ReferenceField, useCanAccess, useTranslate } from 'react-admin'
import { choiceFilter, Col, EmptyState, NumberCol, OfficeList, useScope } from '../../../shared'
import { roomKinds, type Room } from './room'

const filters = [choiceFilter('kind', roomKinds, 'organisation.roomKinds')]

export function RoomList() {
  const translate = useTranslate()
  const { schoolId } = useScope()
  const { canAccess: canEdit } = useCanAccess({ resource: 'rooms', action: 'edit' })
  return (
    <OfficeList<Room>
      order={{ field: 'name', order: 'ASC' }}
      scope={['school']}
      filters={filters}
      rowClick={canEdit ? 'edit' : false}
      empty={
        <EmptyState why={translate('organisation.noRooms')} next={translate('organisation.noRoomsNext')} />
      }
      simple={{
        primary: (room) => room.name,
        secondary: (room) => translate(`organisation.roomKinds.${room.kind}`),
        trailing: (room) => room.capacity,
      }}
    >
      <Col source="name" />
      <Col source="code" />
      <Col source="kind" render={(room) => translate(`organisation.roomKinds.${room.kind}`)} />
      {schoolId === undefined ? (
        <Col source="schoolId" disableSort>
          <ReferenceField source="schoolId" reference="schools" link={false} />
        </Col>
      ) : null}
      <Col
        source="equipment"
        disableSort
        render={(room) => (room as Room).equipment.join(translate('kit.comma'))}
      />
      <NumberCol source="capacity" />
    </OfficeList>
  )
}
