/** Regions by their names, where records hold the code. */
import { SelectInput, required } from 'react-admin'
import type { Schemas } from '../api/contract'
import { useAll, useTongue } from './hooks'

/** The own region and those below it, as choices whose id is the code. */
export function useRegions(): { id: string; name: string }[] {
  const tongue = useTongue()
  const { data = [] } = useAll<Schemas['RegionOut']>(
    'regions',
    { sort: { field: 'code', order: 'ASC' } },
    { staleTime: 300_000 },
  )
  return data.map(({ code, name, nameEn }) => ({ id: code, name: tongue === 'en' ? nameEn : name }))
}

/** The name of a region by its code. */
export function useRegionName(): (code: string) => string {
  const regions = useRegions()
  return (code) => regions.find(({ id }) => id === code)?.name ?? code
}

export const RegionInput = ({ isOptional = false }: { isOptional?: boolean }) => (
  <SelectInput
    source="regionCode"
    choices={useRegions()}
    translateChoice={false}
    {...(isOptional ? { resettable: true } : { validate: required() })}
  />
)
