/** What the school asks and tells. */
import { surveys, type Child } from '../api'
import { Loading, Nothing, Refusal, useAsked } from '../ui'
import { w } from '../words'
import { SurveyCard } from './SurveyCard'

export function Messages({ family, onChoose }: { family: Child[]; onChoose: (studentId: number) => void }) {
  const { data, error, again } = useAsked(surveys)
  const nameOf = (studentId: number) =>
    family.length > 1 ? family.find((child) => child.studentId === studentId)?.name : undefined
  return (
    <>
      <h1>{w('messages')}</h1>
      {error ? <Refusal error={error} onRetry={again} /> : !data ? <Loading /> : null}
      {data?.length === 0 && <Nothing why={w('noMessages')} next={w('noMessagesNext')} />}
      {[...(data ?? [])]
        .sort((a, b) => Number(a.isAnswered) - Number(b.isAnswered))
        .map((one) => (
          <SurveyCard
            key={`${one.id}-${one.studentId}`}
            invitation={one}
            childName={nameOf(one.studentId)}
            onChoose={onChoose}
          />
        ))}
    </>
  )
}
