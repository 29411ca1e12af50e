/** Children, password, language, sign-out. */
import { useState } from 'preact/hooks'
import type { Actor } from '../../api/actor'
import { clearShelf } from '../../api/shelf'
import { NewPassword } from '../access/NewPassword'
import { signOut, type Child } from '../api'
import { go } from '../route'
import { SignedInOn } from './SignedInOn'
import { tongue, w } from '../words'

interface Props {
  actor: Actor
  family: Child[]
  onLanguage: () => void
  onSignedOut: () => void
}

export function Me({ actor, family, onLanguage, onSignedOut }: Props) {
  const [isChanging, setChanging] = useState(false)
  const [isChanged, setChanged] = useState(false)
  const leave = () => {
    clearShelf('session')
    // Signed out is what is wanted, whatever the server says.
    signOut()
      .catch(() => undefined)
      .finally(() => {
        onSignedOut()
        go('/', true)
      })
  }
  return (
    <>
      <h1>{w('me')}</h1>
      <section class="card">
        <h2>{w('children')}</h2>
        {family.map((child) => (
          <p key={child.studentId}>
            <span class="strong">{child.name}</span>{' '}
            <span class="quiet">
              {child.schoolName} {child.className}
            </span>
          </p>
        ))}
        {family.length === 0 && <p class="quiet">{w('noChildrenNext')}</p>}
      </section>
      <SignedInOn />
      <section class="card">
        <h2>{w('account')}</h2>
        <p>{actor.displayName}</p>
        {isChanged && (
          <p class="notice done" role="status">
            {w('passwordChanged')}
          </p>
        )}
        {isChanging ? (
          <NewPassword
            onDone={() => {
              setChanging(false)
              setChanged(true)
            }}
          />
        ) : (
          <button type="button" class="button quiet-button" onClick={() => setChanging(true)}>
            {w('changePassword')}
          </button>
        )}
        <button
          type="button"
          class="button quiet-button"
          lang={tongue() === 'zh' ? 'en' : 'zh-CN'}
          onClick={onLanguage}
        >
          {tongue() === 'zh' ? 'English' : '中文'}
        </button>
        <button type="button" class="button quiet-button" onClick={leave}>
          {w('signOut')}
        </button>
      </section>
    </>
  )
}
