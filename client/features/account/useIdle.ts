import { useEffect, useRef, useState } from 'react'
import { hearTabs, tellTabs } from '../../lib/session-channel'

const SIGNS_OF_LIFE = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'compositionupdate'] as const
const LOOK_EVERY_MS = 5_000
const TELL_EVERY_MS = 20_000
const WARNING_MS = 60_000

/** Calls `onIdle` once nobody has touched any tab for `limitMs`; true in the last minute before it. */
export function useIdle(limitMs: number, onIdle: () => void): boolean {
  const [isEnding, setIsEnding] = useState(false)
  const onIdleNow = useRef(onIdle)
  onIdleNow.current = onIdle

  useEffect(() => {
    let lastSign = Date.now()
    let lastTold = 0
    let isOver = false

    const handleSign = () => {
      lastSign = Date.now()
      setIsEnding(false)
      if (lastSign - lastTold < TELL_EVERY_MS) return
      lastTold = lastSign
      tellTabs({ kind: 'active' })
    }
    const look = () => {
      const left = limitMs - (Date.now() - lastSign)
      setIsEnding(left > 0 && left <= Math.min(WARNING_MS, limitMs / 2))
      if (left > 0 || isOver) return
      isOver = true
      onIdleNow.current()
    }
    const stopHearing = hearTabs((news) => {
      if (news.kind === 'active') lastSign = Date.now()
    })
    const timer = setInterval(look, LOOK_EVERY_MS)
    for (const sign of SIGNS_OF_LIFE) window.addEventListener(sign, handleSign, { passive: true, capture: true })
    return () => {
      stopHearing()
      clearInterval(timer)
      for (const sign of SIGNS_OF_LIFE) window.removeEventListener(sign, handleSign, { capture: true })
    }
  }, [limitMs])

  return isEnding
}
