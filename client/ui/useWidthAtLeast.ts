import { useEffect, useState } from 'react'

/** Whether `element` is that wide; only a change of the answer draws anything anew. Before it is there: no. */
export function useWidthAtLeast(element: HTMLElement | null, width: number): boolean {
  const [isWide, setIsWide] = useState(false)
  useEffect(() => {
    if (element === null) return
    const resized = new ResizeObserver(() => setIsWide(element.clientWidth >= width))
    resized.observe(element)
    return () => resized.disconnect()
  }, [element, width])
  return isWide
}
