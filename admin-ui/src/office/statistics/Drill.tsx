/** The way down: region, district, school; each step back is one click. Kept in the address. */
import Breadcrumbs from '@mui/material/Breadcrumbs'
import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import { useTranslate } from 'react-admin'
import { useSearchParams } from 'react-router'
import { useActor, useRegionName, useScope } from '../../shared'

/** The district that is looked at; undefined for the whole scope. */
export function useDistrict(): [string | undefined, (code: string | undefined) => void] {
  const [search, setSearch] = useSearchParams()
  const asked = search.get('district')
  const set = (code: string | undefined) => {
    setSearch((old) => {
      const next = new URLSearchParams(old)
      if (code === undefined) next.delete('district')
      else next.set('district', code)
      return next
    })
    window.scrollTo(0, 0)
  }
  return [asked !== null && /^\d{4,12}$/.test(asked) ? asked : undefined, set]
}

export function Drill({ schoolName }: { schoolName: string | undefined }) {
  const translate = useTranslate()
  const actor = useActor()
  const nameOf = useRegionName()
  const { hasManySchools, schoolId, setSchool } = useScope()
  const [district, setDistrict] = useDistrict()
  if (!hasManySchools || (schoolId === undefined && district === undefined)) return null
  return (
    <Breadcrumbs sx={{ mb: 3 }} aria-label={translate('statistics.where')}>
      <Link
        component="button"
        onClick={() => (schoolId === undefined ? setDistrict(undefined) : setSchool(undefined))}
      >
        {actor ? nameOf(actor.regionCode) : translate('statistics.all')}
      </Link>
      <Typography color="text.primary">
        {schoolId === undefined ? nameOf(district ?? '') : schoolName}
      </Typography>
    </Breadcrumbs>
  )
}
