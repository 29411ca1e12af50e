/** The four places at the bottom. */
import { Link } from './route'
import { w, type WordKey } from './words'

const places: { to: string; word: WordKey; d: string }[] = [
  {
    to: '/',
    word: 'today',
    d: 'M5 4h14a1 1 0 0 1 1 1v14a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1zM4 9h16M8 2v4M16 2v4',
  },
  { to: '/choose', word: 'choose', d: 'M9 6h11M9 12h11M9 18h11M3.5 6l1 1 2-2M3.5 12l1 1 2-2M3.5 18l1 1 2-2' },
  { to: '/messages', word: 'messages', d: 'M4 5h16v11H9l-5 4z' },
  { to: '/me', word: 'me', d: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 21c0-4 4-6 8-6s8 2 8 6' },
]

export const Nav = ({ path }: { path: string }) => (
  <nav class="bottom">
    {places.map(({ to, word, d }) => (
      <Link key={to} to={to} aria-current={path === to ? 'page' : undefined}>
        <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
          <path
            d={d}
            fill="none"
            stroke="currentColor"
            stroke-width="1.8"
            stroke-linecap="round"
            stroke-linejoin="round"
          />
        </svg>
        {w(word)}
      </Link>
    ))}
  </nav>
)
