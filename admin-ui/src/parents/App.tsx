/** The parents' page: who is it, which child, which of the four places. */
import { useCallback, useEffect, useState } from 'preact/hooks'
import type { Actor } from '../api/actor'
import { ApiError } from '../api/call'
import { Activate } from './access/Activate'
import { Interruption } from './access/Interruption'
import { NewPassword } from './access/NewPassword'
import { SignIn } from './access/SignIn'
import { children as askChildren, whoAmI, type Child } from './api'
import { ChildBar, useChosenChild } from './ChildBar'
import { Choose } from './choose/Choose'
import { Me } from './me/Me'
import { Messages } from './messages/Messages'
import { Nav } from './Nav'
import { go, takeCode, usePath } from './route'
import { SurveyPage } from './survey/SurveyPage'
import { Loading, Nothing, Refusal, useAsked } from './ui'
import { Week } from './week/Week'
import { setLanguage, tongue, w } from './words'

type Who = Actor | null | undefined

export function App() {
  const [code] = useState(takeCode)
  const [who, setWho] = useState<Who>(undefined)
  const [failure, setFailure] = useState<unknown>(null)
  const [, redraw] = useState(0)
  const path = usePath()
  const ask = () => {
    setFailure(null)
    whoAmI().then(setWho, (error: unknown) =>
      error instanceof ApiError && error.status === 401 ? setWho(null) : setFailure(error),
    )
  }
  useEffect(ask, [])
  useEffect(() => {
    if (code !== '') go('/activate', true)
  }, [code])
  const signedOut = useCallback(() => setWho(null), [])
  const switchLanguage = () => {
    setLanguage(tongue() === 'zh' ? 'en' : 'zh')
    redraw((n) => n + 1)
  }
  const enter = (actor: Actor) => {
    setWho(actor)
    go('/', true)
  }

  if (failure)
    return (
      <main class="page">
        <Refusal error={failure} onRetry={ask} />
      </main>
    )
  if (path === '/activate') return <Activate code={code} onDone={enter} onLanguage={switchLanguage} />
  if (who === undefined)
    return (
      <main class="page">
        <Loading />
      </main>
    )
  if (who === null) return <SignIn onDone={enter} onLanguage={switchLanguage} />
  if (who.mustChangePassword)
    return (
      <main class="page">
        <p class="notice">{w('mustChange')}</p>
        <NewPassword onDone={setWho} />
      </main>
    )
  if (who.role !== 'guardian')
    return (
      <main class="page">
        <Nothing why={w('staffHere')}>
          <a class="button" href="/">
            {w('toOffice')}
          </a>
        </Nothing>
      </main>
    )
  return (
    <>
      <Home actor={who} path={path} onLanguage={switchLanguage} onSignedOut={signedOut} />
      <Interruption actor={who} />
    </>
  )
}

interface HomeProps {
  actor: Actor
  path: string
  onLanguage: () => void
  onSignedOut: () => void
}

function Home({ actor, path, onLanguage, onSignedOut }: HomeProps) {
  const { data, error, again } = useAsked(askChildren)
  const [child, choose] = useChosenChild(data)
  const surveyId = /^\/surveys\/(\d+)$/.exec(path)?.[1]
  useEffect(() => {
    if (error instanceof ApiError && error.status === 401) onSignedOut()
  }, [error, onSignedOut])
  if (error)
    return (
      <main class="page">
        <Refusal error={error} onRetry={again} />
      </main>
    )
  if (!data)
    return (
      <main class="page">
        <Loading />
      </main>
    )
  if (surveyId && child)
    return <SurveyPage key={`${surveyId}-${child.studentId}`} id={Number(surveyId)} child={child} />
  return (
    <>
      {child && path !== '/me' && <ChildBar family={data} chosen={child} onChoose={choose} />}
      <main class="page with-nav">
        {child || path === '/me' ? (
          <Place
            path={path}
            child={child}
            family={data}
            actor={actor}
            onChoose={choose}
            onLanguage={onLanguage}
            onSignedOut={onSignedOut}
          />
        ) : (
          <Nothing why={w('noChildren')} next={w('noChildrenNext')} />
        )}
      </main>
      <Nav path={path} />
    </>
  )
}

interface PlaceProps extends HomeProps {
  child: Child | undefined
  family: Child[]
  onChoose: (studentId: number) => void
}

function Place({ path, child, family, actor, onChoose, onLanguage, onSignedOut }: PlaceProps) {
  if (path === '/me')
    return <Me actor={actor} family={family} onLanguage={onLanguage} onSignedOut={onSignedOut} />
  if (!child) return null
  if (path === '/') return <Week child={child} onChoose={onChoose} />
  if (path === '/choose') return <Choose />
  if (path === '/messages') return <Messages family={family} onChoose={onChoose} />
  return (
    <Nothing why={w('notFound')}>
      <button type="button" class="button" onClick={() => go('/')}>
        {w('toToday')}
      </button>
    </Nothing>
  )
}
