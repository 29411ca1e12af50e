/** Who has been asked to take whose session, and what waits for an answer or an approval? */
import { useTranslate } from 'react-admin'
import { allOf } from '../../../api/contract'
import {
  ActionBar,
  choiceFilter,
  Col,
  CutText,
  EmptyState,
  OfficeList,
  printDate,
  printTimeRange,
  StatusChip,
  useMay,
  useTongue,
  yesNoFilter,
  referenceFilter,
} from '../../../shared'
import type { Substitution } from '../types'
import { meaningOfRequest } from './meaning'

const states = allOf<Substitution['status']>()([
  'asked',
  'agreed',
  'approved',
  'declined',
  'refused',
  'withdrawn',
  'revoked',
])
const kinds = allOf<Substitution['kind']>()(['substitute', 'swap'])
const common = [
  yesNoFilter('isOpen', { label: 'changes.isOpen' }),
  choiceFilter('status', states, 'states.substitutions'),
  choiceFilter('kind', kinds, 'changes.kinds'),
]
const withTeachers = [...common, referenceFilter('teacherId', 'teachers', { label: 'changes.person' })]

export function SubstitutionList() {
  const translate = useTranslate()
  const tongue = useTongue()
  const mayTeachers = useMay('teacher.read')
  const when = (one: Substitution['session']) =>
    `${printDate(one.heldOn, tongue)} ${printTimeRange(one.startTime, one.endTime)}`
  const session = (each: Substitution) =>
    `${each.session.sectionName}${each.otherSession ? ` ⇄ ${translate('changes.swapFor', { day: printDate(each.otherSession.heldOn, tongue), section: each.otherSession.sectionName })}` : ''}`
  return (
    <OfficeList<Substitution>
      scope={['school', 'term']}
      order={{ field: 'createdAt', order: 'DESC' }}
      filters={mayTeachers ? withTeachers : common}
      hasSearch={false}
      rowClick={false}
      empty={
        <EmptyState
          why={translate('changes.noSubstitutions')}
          next={translate('changes.noSubstitutionsNext')}
        />
      }
      simple={{
        primary: (each) => `${each.askingTeacherName} → ${each.colleagueName}`,
        secondary: (each) => `${when(each.session)} · ${session(each)}`,
        trailing: (each) => translate(`states.substitutions.${each.status}`),
        to: (each) => `/sessions/${each.session.id}/show`,
      }}
    >
      <Col
        source="heldOn"
        render={(row) => <span style={{ whiteSpace: 'nowrap' }}>{when((row as Substitution).session)}</span>}
      />
      <Col source="session" disableSort render={(row) => session(row as Substitution)} />
      <Col source="askingTeacherName" disableSort />
      <Col source="colleagueName" disableSort />
      <Col
        source="kind"
        disableSort
        render={(row) => translate(`changes.kinds.${(row as Substitution).kind}`)}
      />
      <Col source="reason" disableSort>
        <CutText source="reason" width={160} />
      </Col>
      <Col
        source="status"
        render={(row) => (
          <StatusChip
            status={(row as Substitution).status}
            resource="substitutions"
            meaning={meaningOfRequest((row as Substitution).status)}
          />
        )}
      />
      <Col source="actions" disableSort render={(row) => <RequestActs row={row as Substitution} />} />
    </OfficeList>
  )
}

function RequestActs({ row }: { row: Substitution }) {
  return (
    <ActionBar
      resource="substitutions"
      record={row}
      events={{
        agree: { isUsual: true },
        approve: { isUsual: true },
        decline: { comment: 'optional' },
        revoke: { comment: 'required' },
      }}
    />
  )
}
