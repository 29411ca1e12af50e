/** One question, big answers; choosing one goes on by itself. */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Question } from '../api'
import { MainAct } from '../ui'
import { w } from '../words'
import type { Given } from './answers'

interface Props {
  question: Question
  n: number
  total: number
  given: Given[number] | undefined
  onAnswer: (value: Given[number]) => void
  onNext: () => void
  onPrevious: () => void
}

export function QuestionStep({ question, n, total, given, onAnswer, onNext, onPrevious }: Props) {
  const title = useRef<HTMLHeadingElement>(null)
  // The new question is read out, and the keyboard starts at it.
  useEffect(() => title.current?.focus(), [])
  return (
    <>
      <div class="progress">
        <progress value={n} max={total} aria-label={w('step', { n, total })} />
        <span>{w('step', { n, total })}</span>
      </div>
      <h1 ref={title} tabIndex={-1}>
        {question.text}
      </h1>
      {question.kind === 'scale' ? (
        <Scale question={question} given={given} onAnswer={onAnswer} onNext={onNext} />
      ) : (
        <FreeText question={question} given={given} onAnswer={onAnswer} />
      )}
      <MainAct>
        <button type="button" class="button quiet-button" onClick={onPrevious}>
          {w('previous')}
        </button>
        <button
          type="button"
          class="button"
          disabled={question.kind === 'scale' && given?.value === undefined}
          onClick={onNext}
        >
          {n === total ? w('review') : w('next')}
        </button>
      </MainAct>
    </>
  )
}

type AnswerProps = Pick<Props, 'question' | 'given' | 'onAnswer'>

const Scale = ({ question, given, onAnswer, onNext }: AnswerProps & Pick<Props, 'onNext'>) => (
  <div class="answers" role="group" aria-label={question.text}>
    {question.options.map((option) => (
      <button
        key={option.value}
        type="button"
        class={given?.value === option.value ? 'chosen' : ''}
        aria-pressed={given?.value === option.value}
        onClick={() => {
          onAnswer({ value: option.value })
          onNext()
        }}
      >
        {option.label}
      </button>
    ))}
  </div>
)

function FreeText({ question, given, onAnswer }: AnswerProps) {
  const [text, setText] = useState(given?.text ?? '')
  return (
    <>
      <textarea
        rows={6}
        maxLength={500}
        value={text}
        placeholder={w('textPlaceholder')}
        aria-label={question.text}
        onInput={(event) => {
          const next = event.currentTarget.value
          setText(next)
          onAnswer({ text: next })
        }}
      />
      <p class="quiet">{w('optional')}</p>
    </>
  )
}
