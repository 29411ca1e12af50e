import { Link } from '../route'
import { Nothing } from '../ui'
import { w } from '../words'

/** The place where courses are chosen while a round is open. */
export const Choose = () => (
  <>
    <h1>{w('choose')}</h1>
    <Nothing why={w('chooseClosed')} next={w('chooseClosedNext')}>
      <Link class="button" to="/">
        {w('toToday')}
      </Link>
    </Nothing>
  </>
)
