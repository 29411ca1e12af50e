/** A last look at all answers before they are sent. */
import type { Question } from '../api'
import { MainAct, Refusal } from '../ui'
import { w } from '../words'
import type { Given } from './answers'

interface Props {
  questions: Question[]
  given: Given
  error: unknown
  isBusy: boolean
  onChange: (step: number) => void
  onSend: () => void
}

const wordsOf = (question: Question, given: Given): string => {
  const one = given[question.id]
  return (
    (question.kind === 'scale'
      ? question.options.find((option) => option.value === one?.value)?.label
      : one?.text?.trim()) || w('notAnswered')
  )
}

export const Review = ({ questions, given, error, isBusy, onChange, onSend }: Props) => (
  <>
    <h1>{w('review')}</h1>
    <p class="quiet">{w('reviewLead')}</p>
    <Refusal error={error} />
    <ol class="review">
      {questions.map((question, step) => (
        <li key={question.id}>
          <p class="quiet">{question.text}</p>
          <p class="strong">{wordsOf(question, given)}</p>
          <button
            type="button"
            class="plain"
            aria-label={`${w('change')} ${step + 1}`}
            onClick={() => onChange(step)}
          >
            {w('change')}
          </button>
        </li>
      ))}
    </ol>
    <MainAct>
      <button type="button" class="button" disabled={isBusy} onClick={onSend}>
        {isBusy ? w('sending') : w('send')}
      </button>
    </MainAct>
  </>
)
