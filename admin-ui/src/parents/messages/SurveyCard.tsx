import { printDayOfYear } from '../../shared/format'
import type { SurveyInvitation } from '../api'
import { go } from '../route'
import { tongue, w } from '../words'

export const SurveyCard = ({
  invitation,
  childName,
  onChoose,
}: {
  invitation: SurveyInvitation
  childName?: string | undefined
  onChoose: (studentId: number) => void
}) => (
  <section class="card">
    <h2>{invitation.isAnswered ? w('surveyAnswered') : w('surveyWaiting')}</h2>
    <p>
      {invitation.title}
      {childName ? ` · ${childName}` : ''}
    </p>
    {!invitation.isAnswered && (
      <>
        <p class="quiet">{w('surveyUntil', { date: printDayOfYear(invitation.closesOn, tongue()) })}</p>
        <button
          type="button"
          class="button"
          onClick={() => {
            onChoose(invitation.studentId)
            go(`/surveys/${invitation.id}`)
          }}
        >
          {w('answerNow')}
        </button>
      </>
    )}
  </section>
)
