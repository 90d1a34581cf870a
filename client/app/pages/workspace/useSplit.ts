import { useState } from 'react'

const KEY = 'duizhao.split'

/** Whether two texts stand side by side; a reload of the tab keeps it. */
export function useSplit(): [boolean, (split: boolean) => void] {
  const [split, setSplit] = useState(() => sessionStorage.getItem(KEY) === 'on')
  const change = (next: boolean) => {
    if (next) sessionStorage.setItem(KEY, 'on')
    else sessionStorage.removeItem(KEY)
    setSplit(next)
  }
  return [split, change]
}
