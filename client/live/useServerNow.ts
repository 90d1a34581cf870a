import { useEffect, useState } from 'react'

const TICK_MS = 250

/** The server's clock in full seconds (ms); stands still while nothing runs. */
export function useServerNow(clockOffsetMs: number, isRunning: boolean): number {
  const [now, setNow] = useState(() => Date.now() + clockOffsetMs)
  useEffect(() => {
    const look = () => setNow(inSeconds(Date.now() + clockOffsetMs))
    look()
    if (!isRunning) return
    const timer = setInterval(look, TICK_MS)
    return () => clearInterval(timer)
  }, [clockOffsetMs, isRunning])
  return now
}

function inSeconds(ms: number): number {
  return Math.floor(ms / 1000) * 1000
}
