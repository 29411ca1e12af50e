/** What does the school offer, in which category and for which grades? */
import { useTranslate } from 'react-admin'
import { Col, EmptyState, OfficeList, referenceFilter, StatusChip, yesNoFilter } from '../../../shared'
import type { Course } from '../types'
import { useCategoryWords, useGradeWords } from '../words'

const filters = [referenceFilter('categoryId', 'categories'), yesNoFilter('isActive')]

export function CourseList() {
  const translate = useTranslate()
  const category = useCategoryWords()
  const grades = useGradeWords()
  return (
    <OfficeList<Course>
      scope={['school']}
      order={{ field: 'name', order: 'ASC' }}
      filters={filters}
      empty={
        <EmptyState why={translate('catalogue.noCourses')} next={translate('catalogue.noCoursesNext')} />
      }
      simple={{
        primary: (course) => course.name,
        secondary: (course) => `${category(course)} · ${grades(course.grades)}`,
      }}
    >
      <Col source="name" />
      <Col source="categoryId" render={(course) => category(course as Course)} />
      <Col source="grades" disableSort render={(course) => grades((course as Course).grades)} />
      <Col
        source="isActive"
        render={(course) =>
          course.isActive ? (
            <StatusChip status="active" label={translate('catalogue.offered')} />
          ) : (
            <StatusChip status="inactive" />
          )
        }
      />
    </OfficeList>
  )
}
