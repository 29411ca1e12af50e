import type { RaRecord } from 'react-admin'
import { allOf, type Schemas } from '../../api/contract'
import type { Tongue } from '../../shared'

export const surveyStates = allOf<Survey['status']>()(['draft', 'open', 'closed'])
export type Survey = Schemas['SurveyWithQuestionsOut'] & RaRecord
export type SurveyRow = Schemas['SurveyOut'] & RaRecord
export type Results = Schemas['ResultsOut']
export type SchoolResult = Schemas['SchoolResultOut']

export const titleOf = ({ title, titleEn }: { title: string; titleEn: string }, tongue: Tongue): string =>
  tongue === 'en' ? titleEn : title
export const questionOf = ({ text, textEn }: { text: string; textEn: string }, tongue: Tongue): string =>
  tongue === 'en' ? textEn : text
