/** The term's survey: a promise, one question a screen, a last look, sent once. */
import { useCallback, useEffect, useState } from 'preact/hooks'
import { ApiError } from '../../api/call'
import {
  answerSurvey,
  survey as askSurvey,
  type Answer,
  type Child,
  type Question,
  type Survey,
} from '../api'
import { go, Link } from '../route'
import { Loading, MainAct, Nothing, Refusal, useAsked } from '../ui'
import { w } from '../words'
import { answersOf, firstOpen, forgetGiven, keepGiven, readGiven, type Given } from './answers'
import { QuestionStep } from './QuestionStep'
import { Review } from './Review'

/** -1: the promise; 0 … n-1: a question; n: the last look. Every step is a step of the browser's history, so that "back" goes back one. */
function useStep(last: number): [number, (step: number) => void] {
  const read = () => Number((window.history.state as { step?: number } | null)?.step ?? -1)
  const [step, setStep] = useState(read)
  useEffect(() => {
    const listen = () => setStep(read())
    window.addEventListener('popstate', listen)
    return () => window.removeEventListener('popstate', listen)
  }, [])
  const move = (next: number) => {
    window.history.pushState({ step: next }, '')
    setStep(next)
    window.scrollTo(0, 0)
  }
  return [Math.min(step, last), move]
}

export function SurveyPage({ id, child }: { id: number; child: Child }) {
  const { data, error, again } = useAsked(
    useCallback(() => askSurvey(id, child.studentId), [id, child.studentId]),
  )
  return (
    <main class="page">
      <p>
        <Link to="/">{`‹ ${w('back')}`}</Link>
      </p>
      {error ? (
        <SurveyRefusal error={error} again={again} />
      ) : !data ? (
        <Loading />
      ) : (
        <Steps id={id} child={child} survey={data} />
      )}
    </main>
  )
}

const isAnswered = (error: unknown): boolean =>
  error instanceof ApiError && error.status === 409 && error.code !== 'access.other_person'

const SurveyRefusal = ({ error, again }: { error: unknown; again: () => void }) =>
  isAnswered(error) ? (
    <Nothing why={w('surveyAlready')}>
      <Link class="button" to="/">
        {w('toToday')}
      </Link>
    </Nothing>
  ) : (
    <Refusal error={error} onRetry={again} />
  )

/** Sends the answers, once. */
function useSubmit(surveyId: number, studentId: number) {
  const [isSent, setSent] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const [isBusy, setBusy] = useState(false)
  const submit = (answers: Answer[]) => {
    setBusy(true)
    setError(null)
    answerSurvey(surveyId, studentId, answers).then(
      () => {
        forgetGiven(surveyId, studentId)
        setSent(true)
      },
      (refusal: unknown) => {
        setError(refusal)
        setBusy(false)
      },
    )
  }
  return { isSent, isBusy, error, submit }
}

function Steps({ id, child, survey }: { id: number; child: Child; survey: Survey }) {
  const { questions } = survey
  const [step, move] = useStep(questions.length)
  const [given, setGiven] = useState<Given>(() => readGiven(id, child.studentId))
  const [isMending, setMending] = useState(false)
  const { isSent, isBusy, error, submit } = useSubmit(id, child.studentId)

  const answer = (question: Question, value: Given[number]) => {
    const next = { ...given, [question.id]: value }
    keepGiven(id, child.studentId, next)
    setGiven(next)
  }
  const mend = (to: number) => {
    setMending(true)
    move(to)
  }
  // From the last look to one question, and straight back.
  const next = (from: number) => {
    setMending(false)
    move(isMending ? questions.length : from + 1)
  }
  const send = () => {
    const open = firstOpen(questions, given)
    if (open !== undefined) move(open)
    else submit(answersOf(questions, given))
  }

  if (isSent) return <Done />
  if (isAnswered(error)) return <SurveyRefusal error={error} again={send} />
  const question = questions[step]
  if (question) {
    return (
      <QuestionStep
        key={question.id}
        question={question}
        n={step + 1}
        total={questions.length}
        given={given[question.id]}
        onAnswer={(value) => answer(question, value)}
        onNext={() => next(step)}
        onPrevious={() => window.history.back()}
      />
    )
  }
  if (step >= questions.length)
    return (
      <Review
        questions={questions}
        given={given}
        error={error}
        isBusy={isBusy}
        onChange={mend}
        onSend={send}
      />
    )
  return (
    <Promise_
      survey={survey}
      childName={child.name}
      onStart={() => move(firstOpen(questions, given) ?? (questions.length > 0 ? 0 : questions.length))}
    />
  )
}

const Done = () => (
  <div role="status">
    <p class="tick" aria-hidden="true">
      ✓
    </p>
    <Nothing why={w('surveyDone')} next={w('surveyDoneNext')}>
      <button type="button" class="button" onClick={() => go('/', true)}>
        {w('toToday')}
      </button>
    </Nothing>
  </div>
)

const Promise_ = ({
  survey,
  childName,
  onStart,
}: {
  survey: Survey
  childName: string
  onStart: () => void
}) => (
  <>
    <h1>{survey.title}</h1>
    <p class="quiet">
      {childName} · {w('surveyCount', { count: survey.questions.length })}
    </p>
    <section class="card promise">
      <h2>{w('surveyPromise')}</h2>
      <p>{survey.promise}</p>
    </section>
    <MainAct>
      <button type="button" class="button" onClick={onStart}>
        {w('surveyStart')}
      </button>
    </MainAct>
  </>
)
