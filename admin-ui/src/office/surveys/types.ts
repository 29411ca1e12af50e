import type { RaRecord } from 'react-admin'
import type { components } from '../../api/schema'
import type { Tongue } from '../../shared'

type Schemas = components['schemas']

export const surveyStates = ['draft', 'open', 'closed'] as const
export type Survey = Schemas['SurveyWithQuestionsOut'] & RaRecord
export type SurveyRow = Schemas['SurveyOut'] & RaRecord
export type Results = Schemas['ResultsOut']
export type SchoolResult = Schemas['SchoolResultOut']

export const titleOf = ({ title, titleEn }: { title: string; titleEn: string }, tongue: Tongue): string =>
  tongue === 'en' ? titleEn : title
export const questionOf = ({ text, textEn }: { text: string; textEn: string }, tongue: Tongue): string =>
  tongue === 'en' ? textEn : text
