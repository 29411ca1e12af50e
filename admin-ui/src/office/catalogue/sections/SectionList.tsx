/** Which teaching groups are there this term: with whom, where, and how full? */
import { useTranslate } from 'react-admin'
import {
  choiceFilter,
  ClassName,
  Col,
  EmptyState,
  NumberCol,
  OfficeList,
  referenceFilter,
  StatusChip,
  yesNoFilter,
} from '../../../shared'
import { sectionKinds, type Section } from '../types'
import { useCategoryWords, useGradeWords } from '../words'

const filters = [
  choiceFilter('kind', sectionKinds, 'catalogue.kinds'),
  referenceFilter('courseId', 'courses'),
  referenceFilter('teacherId', 'teachers'),
  referenceFilter('homeClassId', 'home-classes'),
  yesNoFilter('isActive'),
]

export function SectionList() {
  const translate = useTranslate()
  const category = useCategoryWords()
  const grades = useGradeWords()
  const seats = (section: Section) => `${section.enrolledCount} / ${section.capacity}`
  const missing = translate('catalogue.notSet')
  return (
    <OfficeList<Section>
      scope={['school', 'term']}
      order={{ field: 'name', order: 'ASC' }}
      filters={filters}
      hiddenColumns={['categoryName', 'grades', 'isActive']}
      empty={
        <EmptyState why={translate('catalogue.noSections')} next={translate('catalogue.noSectionsNext')} />
      }
      simple={{
        primary: (section) => section.name,
        secondary: (section) =>
          [section.courseName, section.teacherName ?? missing, section.roomName ?? missing].join(' · '),
        trailing: seats,
      }}
    >
      <Col source="name" />
      <Col source="courseName" />
      <Col source="categoryName" disableSort render={(section) => category(section as Section)} />
      <Col source="kind" disableSort render={(section) => translate(`catalogue.kinds.${section.kind}`)} />
      <Col source="homeClassId">
        <ClassName source="homeClassName" />
      </Col>
      <Col source="grades" disableSort render={(section) => grades((section as Section).grades)} />
      <Col
        source="teacherName"
        render={(section) => section.teacherName ?? <StatusChip status="waiting" label={missing} />}
      />
      <Col
        source="roomName"
        render={(section) => section.roomName ?? <StatusChip status="waiting" label={missing} />}
      />
      <NumberCol source="meetingsPerWeek" />
      <NumberCol source="enrolledCount" />
      <NumberCol source="capacity" />
      <Col
        source="isActive"
        disableSort
        render={(section) =>
          section.isActive ? (
            <StatusChip status="active" label={translate('catalogue.offered')} />
          ) : (
            <StatusChip status="inactive" />
          )
        }
      />
    </OfficeList>
  )
}
