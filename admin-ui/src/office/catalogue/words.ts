/** How categories, grades and terms are written in the present language. */
import { useTranslate } from 'react-admin'
import type { Schemas } from '../../api/contract'
import { useTongue } from '../../shared'

type InCategory = Pick<Schemas['CourseOut'], 'categoryName' | 'categoryNameEn' | 'kindName' | 'kindNameEn'>

/** 阳光体育 · 足球 */
export function useCategoryWords(): (of: InCategory) => string {
  const tongue = useTongue()
  return (of) =>
    [tongue === 'en' ? of.kindNameEn : of.kindName, tongue === 'en' ? of.categoryNameEn : of.categoryName]
      .filter(Boolean)
      .join(' · ')
}

/** [1, 2, 3] → "一至三年级", "grades 1–3"; with gaps each is named. */
export function useGradeWords(): (grades: readonly number[]) => string {
  const translate = useTranslate()
  return (grades) => {
    const [first, last] = [grades[0], grades.at(-1)]
    if (first === undefined || last === undefined) return '–'
    if (grades.length === 1) return translate(`organisation.grades.${first}`)
    if (last - first + 1 === grades.length)
      return translate('catalogue.gradeRange', {
        first: translate(`catalogue.shortGrades.${first}`),
        last: translate(`catalogue.shortGrades.${last}`),
      })
    return translate('catalogue.gradeList', {
      grades: grades.map((grade) => translate(`catalogue.shortGrades.${grade}`)).join(translate('kit.comma')),
    })
  }
}
