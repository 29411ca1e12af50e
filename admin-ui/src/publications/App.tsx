/** What is public: a list, each notice with its table, a form for objections, and their answers. No sign-in. */
import { useCallback, useEffect, useState } from 'preact/hooks'
import { here, Link } from './Link'
import { NoticeList } from './NoticeList'
import { NoticePage } from './NoticePage'
import { TicketPage } from './TicketPage'
import { setLanguage, tongue, w } from './words'

export function App() {
  const [path, setPath] = useState(here)
  const [, setTongue] = useState(tongue())
  useEffect(() => {
    const read = () => setPath(here())
    window.addEventListener('popstate', read)
    return () => window.removeEventListener('popstate', read)
  }, [])
  const change = useCallback(() => {
    setLanguage(tongue() === 'zh' ? 'en' : 'zh')
    setTongue(tongue())
  }, [])
  const slug = /^\/([0-9a-f]{24})$/.exec(path)?.[1]
  return (
    <>
      <header class="top">
        <Link to="/" class="brand">
          {w('title')}
        </Link>
        <nav>
          <Link to="/answers">{w('lookUp')}</Link>
          <button type="button" class="plain" onClick={change} lang={tongue() === 'zh' ? 'en' : 'zh-CN'}>
            {tongue() === 'zh' ? 'English' : '中文'}
          </button>
        </nav>
      </header>
      <main class="page" key={tongue()}>
        {path === '/' ? (
          <NoticeList />
        ) : path === '/answers' ? (
          <TicketPage />
        ) : slug ? (
          <NoticePage key={slug} slug={slug} />
        ) : (
          <p class="nothing">{w('notFound')}</p>
        )}
      </main>
      <footer>
        {w('staffWhat')} <a href="/">{w('staff')}</a>
      </footer>
    </>
  )
}
