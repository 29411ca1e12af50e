/** The child's name on top; one tap to another child. Which one is kept in this tab only, never in the address. */
import { useState } from 'preact/hooks'
import { readShelf, writeShelf } from '../api/shelf'
import type { Child } from './api'
import { w } from './words'

const shelf = 'kehou.parents.child'

export function useChosenChild(
  family: Child[] | undefined,
): [Child | undefined, (studentId: number) => void] {
  const [id, setId] = useState(() => Number(readShelf('session', shelf) ?? 0))
  const choose = (studentId: number) => {
    writeShelf('session', shelf, String(studentId))
    setId(studentId)
  }
  return [family?.find((child) => child.studentId === id) ?? family?.[0], choose]
}

interface Props {
  family: Child[]
  chosen: Child
  onChoose: (studentId: number) => void
}

export const ChildBar = ({ family, chosen, onChoose }: Props) => (
  <header class="child-bar">
    {family.length === 1 ? (
      <p class="strong">{chosen.name}</p>
    ) : (
      <div class="children" role="group" aria-label={w('switchChild')}>
        {family.map((child) => (
          <button
            key={child.studentId}
            type="button"
            class={child === chosen ? 'chosen' : ''}
            aria-pressed={child === chosen}
            onClick={() => onChoose(child.studentId)}
          >
            {child.name}
          </button>
        ))}
      </div>
    )}
    <p class="quiet">
      {chosen.schoolName} {chosen.className}
    </p>
  </header>
)
