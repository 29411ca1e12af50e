import { useCallback, useState } from 'preact/hooks'
import { notices, type Notice } from './api'
import { Link } from './Link'
import { Loading, Refusal, useAsked, written } from './ui'
import { tongue, w, type WordKey } from './words'

export function NoticeList() {
  const [period, setPeriod] = useState<'open' | 'past'>('open')
  const [q, setQ] = useState('')
  const [page, setPage] = useState(1)
  const { data, error, again } = useAsked(useCallback(() => notices(period, q, page), [period, q, page]))
  const choose = (next: 'open' | 'past') => {
    setPeriod(next)
    setPage(1)
  }
  return (
    <>
      <h1>{w('title')}</h1>
      <p class="quiet">{w('lead')}</p>
      <div class="choices" role="group">
        {(['open', 'past'] as const).map((each) => (
          <button key={each} type="button" aria-pressed={period === each} onClick={() => choose(each)}>
            {w(each)}
          </button>
        ))}
      </div>
      <form
        class="find"
        role="search"
        onSubmit={(event) => {
          event.preventDefault()
          setQ(written(event.currentTarget, 'q'))
          setPage(1)
        }}
      >
        <input type="search" name="q" aria-label={w('search')} placeholder={w('search')} maxLength={60} />
        <button type="submit" class="button small">
          {w('find')}
        </button>
      </form>
      {error ? (
        <Refusal error={error} onRetry={again} />
      ) : !data ? (
        <Loading />
      ) : (
        <Items items={data.items} isOpen={period === 'open' && !q} />
      )}
      <p class="turn">
        {page > 1 && (
          <button type="button" class="plain" onClick={() => setPage(page - 1)}>
            {w('previous')}
          </button>
        )}
        {data && data.total > page * 20 && (
          <button type="button" class="plain" onClick={() => setPage(page + 1)}>
            {w('next')}
          </button>
        )}
      </p>
    </>
  )
}

const Items = ({ items, isOpen }: { items: Notice[]; isOpen: boolean }) =>
  items.length === 0 ? (
    <div class="nothing">
      <p class="strong">{w(isOpen ? 'noneOpen' : 'none')}</p>
      {isOpen && <p>{w('noneOpenNext')}</p>}
    </div>
  ) : (
    <ul class="items">
      {items.map((one) => (
        <li key={one.slug}>
          <Link to={`/${one.slug}`}>{titleOf(one)}</Link>
          <p>
            <StateTag notice={one} />{' '}
            <span class="quiet">
              {w(`kind_${one.kind}` as WordKey)} · {tongue() === 'zh' ? one.publisher : one.publisherEn}
            </span>
          </p>
          <p class="quiet">{w('period', { from: one.opensOn, to: one.closesOn })}</p>
        </li>
      ))}
    </ul>
  )

export const titleOf = (one: Notice): string => (tongue() === 'zh' ? one.title : one.titleEn)

export const StateTag = ({ notice: { isOpen, isWithdrawn } }: { notice: Notice }) => (
  <span class={`tag ${isWithdrawn ? 'refused' : isOpen ? 'done' : ''}`}>
    {w(isWithdrawn ? 'isWithdrawn' : isOpen ? 'isOpen' : 'isOver')}
  </span>
)
