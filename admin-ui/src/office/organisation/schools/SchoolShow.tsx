/** What is this school: its code, its stage, its day, its classes and rooms? */
import Link from '@mui/material/Link'
import Paper from '@mui/material/Paper'
import { ListBase, ReferenceField, useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router'
import {
  Col,
  ClassName,
  NumberCol,
  OfficeTable,
  printTime,
  RecordPage,
  StatusChip,
  type Fact,
  type TabOf,
} from '../../../shared'
import type { School } from './school'

export function SchoolShow() {
  const translate = useTranslate()
  const label = (field: string) => translate(`resources.schools.fields.${field}`)
  const facts = (school: School): Fact[] => [
    { label: label('code'), value: school.code },
    { label: label('stage'), value: translate(`stages.${school.stage}`) },
    { label: label('area'), value: translate(`organisation.areas.${school.area}`) },
    { label: label('ownership'), value: translate(`organisation.ownerships.${school.ownership}`) },
    { label: label('regionName'), value: school.regionName },
    { label: label('lastLessonEndTime'), value: printTime(school.lastLessonEndTime) },
    ...(school.isActive
      ? []
      : [
          {
            label: label('isActive'),
            value: <StatusChip status="closed" label={translate('organisation.closed')} />,
          },
        ]),
  ]
  return <RecordPage<School> title={(school) => school.name} facts={facts} tabs={tabs} />
}

const tabs: TabOf<School>[] = [
  { key: 'classes', label: 'organisation.seeClasses', content: (school) => <Classes school={school} /> },
  { key: 'rooms', label: 'organisation.seeRooms', content: (school) => <Rooms school={school} /> },
]

const SeeAll = ({ to }: { to: string }) => {
  const translate = useTranslate()
  return (
    <Link component={RouterLink} to={to} sx={{ display: 'inline-block', mt: 2 }}>
      {translate('organisation.seeAll')}
    </Link>
  )
}

const Classes = ({ school }: { school: School }) => (
  <ListBase
    resource="home-classes"
    filter={{ schoolId: school.id }}
    sort={{ field: 'grade', order: 'ASC' }}
    perPage={100}
    disableSyncWithLocation
    storeKey={false}
  >
    <Paper sx={{ overflow: 'hidden' }}>
      <OfficeTable rowClick="edit" maxHeight={480}>
        <Col source="name">
          <ClassName />
        </Col>
        <Col source="homeRoomId" disableSort>
          <ReferenceField source="homeRoomId" reference="rooms" link={false} empty={<>–</>} />
        </Col>
        <NumberCol source="schoolYear" options={{ useGrouping: false }} />
      </OfficeTable>
    </Paper>
    <SeeAll to={`/home-classes?school=${school.id}`} />
  </ListBase>
)

function Rooms({ school }: { school: School }) {
  const translate = useTranslate()
  return (
    <ListBase
      resource="rooms"
      filter={{ schoolId: school.id }}
      sort={{ field: 'name', order: 'ASC' }}
      perPage={100}
      disableSyncWithLocation
      storeKey={false}
    >
      <Paper sx={{ overflow: 'hidden' }}>
        <OfficeTable rowClick="edit" maxHeight={480}>
          <Col source="name" />
          <Col source="kind" render={(room) => translate(`organisation.roomKinds.${room.kind}`)} />
          <NumberCol source="capacity" />
        </OfficeTable>
      </Paper>
      <SeeAll to={`/rooms?school=${school.id}`} />
    </ListBase>
  )
}
