import { useState } from 'react'
import type { MaterialId, PersonId } from '../../../../shared/ids'
import { type Mode, MODES } from '../../../features/workspace/rights'

/** How each text is written, as the person chose it last; a new visit finds it again. */
export function useModes(me: PersonId): {
  of: (material: MaterialId) => Mode
  choose: (material: MaterialId, mode: Mode) => void
} {
  const [chosen, setChosen] = useState<ReadonlyMap<MaterialId, Mode>>(new Map())
  const keyOf = (material: MaterialId) => `duizhao.mode.${me}.${material}`
  const kept = (material: MaterialId) => MODES.find((mode) => mode === localStorage.getItem(keyOf(material)))
  return {
    of: (material) => chosen.get(material) ?? kept(material) ?? 'edit',
    choose: (material, mode) => {
      localStorage.setItem(keyOf(material), mode)
      setChosen((before) => new Map(before).set(material, mode))
    },
  }
}
