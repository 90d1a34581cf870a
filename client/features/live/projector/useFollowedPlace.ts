import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import type { ProjectorPlace, ProjectorText } from '../../../../shared/live/projector'
import { Glide } from '../text/glide'
import { scrollTopFor } from '../text/text-place'

/** Keeps the speaker's line in the window, also when the type or the window changes its size. */
export function useFollowedPlace(
  scroller: RefObject<HTMLElement | null>,
  text: ProjectorText | null,
  place: ProjectorPlace | null,
  size: number,
): void {
  const glide = useRef(new Glide())
  const hash = text?.hash ?? null

  // biome-ignore lint/correctness/useExhaustiveDependencies: another text begins at its top
  useLayoutEffect(() => {
    glide.current.stop()
    if (scroller.current !== null) scroller.current.scrollTop = 0
  }, [scroller, hash])

  useEffect(() => {
    const window = scroller.current
    if (window === null || place === null) return
    const top = scrollTopFor(window, window, place)
    if (top !== null) glide.current.to(window, top)
  }, [scroller, place])

  const last = useRef(place)
  useEffect(() => {
    last.current = place
  }, [place])

  // biome-ignore lint/correctness/useExhaustiveDependencies: larger type moves every line
  useEffect(() => {
    const window = scroller.current
    if (window === null) return
    const resized = new ResizeObserver(() => {
      const top = last.current === null ? null : scrollTopFor(window, window, last.current)
      if (top !== null) window.scrollTop = top
    })
    // Tells its first size at once.
    resized.observe(window)
    return () => resized.disconnect()
  }, [scroller, hash, size])
}
