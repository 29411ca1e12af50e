/** 今日: what waits for this person, first. */
import { useTranslate } from 'react-admin'
import { printDate, today } from '../../shared/format'
import { useActor, useTongue } from '../../shared/hooks'
import { PageHead } from '../../shared/PageHead'
import { homeParts } from './parts'

export function Home() {
  const translate = useTranslate()
  const tongue = useTongue()
  const actor = useActor()
  const parts = homeParts.filter((part) =>
    part.permissions.some((permission) => actor?.permissions.includes(permission)),
  )
  return (
    <>
      <PageHead
        title={translate('home.title', { name: actor?.displayName ?? '' })}
        under={printDate(today(), tongue)}
      />
      {parts.map(({ key, Part }) => (
        <Part key={key} />
      ))}
      {parts.length === 0 && <p>{translate('home.nothing')}</p>}
    </>
  )
}
