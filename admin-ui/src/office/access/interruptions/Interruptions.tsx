/** What comes between a person and their work, said over the page that stays as it is: no typed text is lost. */
import { useActor } from '../../../shared/hooks'
import { ConnectionLost } from './ConnectionLost'
import { OtherPerson } from './OtherPerson'
import { SignInAgain } from './SignInAgain'
import { useActivity } from './useActivity'
import { useHelper } from './useHelper'

export function Interruptions() {
  const actor = useActor()
  const { interruption, signedIn, settleLost, stay } = useHelper()
  useActivity()
  if (!actor) return null
  if (interruption === 'lost') return <ConnectionLost onSettled={settleLost} />
  if (interruption === 'other person') return <OtherPerson name={actor.displayName} onStay={stay} />
  if (interruption === 'expired' || interruption === 'signed out')
    return <SignInAgain actor={actor} hasSignedOut={interruption === 'signed out'} onDone={signedIn} />
  return null
}
