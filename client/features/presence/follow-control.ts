/** The follow machine with its state, outside React: the stack, the list and the banner look at the same one. */
import { FREE, type Follow, type FollowEvent, followReducer } from './follow'

export class FollowControl {
  private state: Follow = FREE
  private readonly listeners = new Set<() => void>()

  get = (): Follow => this.state

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  dispatch = (event: FollowEvent): void => {
    const next = followReducer(this.state, event)
    if (next === this.state) return
    this.state = next
    for (const listener of this.listeners) listener()
  }
}
