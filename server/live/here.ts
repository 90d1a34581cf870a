/** Who is here and where they look. A page speaks for its session's person only; of several within one window the latest is told. */
import type { PersonId } from '../../shared/ids'
import type { OwnWhereabouts, Whereabouts } from '../../shared/live/messages'
import type { Clock } from '../platform/clock'
import type { Member } from './member'
import { Window } from './window'

export interface HereOptions {
  clock: Clock
  windowMs: number
  tell(changed: Whereabouts[], gone: PersonId[]): void
}

export class Here {
  readonly #latest = new Map<PersonId, Whereabouts>()
  readonly #pages = new Map<PersonId, Set<Member>>()
  readonly #changed = new Set<PersonId>()
  readonly #window: Window
  readonly #tell: HereOptions['tell']

  constructor({ clock, windowMs, tell }: HereOptions) {
    this.#tell = tell
    this.#window = new Window({ clock, windowMs, flush: () => this.#flush() })
  }

  get everyone(): Whereabouts[] {
    return [...this.#latest.values()]
  }

  join(member: Member): void {
    const { person } = member
    const pages = this.#pages.get(person) ?? new Set()
    this.#pages.set(person, pages.add(member))
    if (!this.#latest.has(person)) this.say(member, { following: true, section: null, writing: false })
  }

  leave(member: Member): void {
    const { person } = member
    const pages = this.#pages.get(person)
    pages?.delete(member)
    if (pages === undefined || pages.size > 0) return
    this.#pages.delete(person)
    this.#latest.delete(person)
    this.#touch(person)
  }

  say({ person }: Member, { following, section, writing }: OwnWhereabouts): void {
    const known = this.#latest.get(person)
    if (known?.following === following && known.section === section && known.writing === writing) return
    this.#latest.set(person, { person, following, section, writing })
    this.#touch(person)
  }

  /** Another text is shown: nobody is in a section of it yet. */
  forgetSections(): void {
    for (const [person, whereabouts] of this.#latest) {
      if (whereabouts.section === null) continue
      this.#latest.set(person, { ...whereabouts, section: null })
      this.#touch(person)
    }
  }

  stop(): void {
    this.#window.stop()
  }

  #touch(person: PersonId): void {
    this.#changed.add(person)
    this.#window.touch()
  }

  #flush(): void {
    const people = [...this.#changed]
    this.#changed.clear()
    const changed = people.flatMap((person) => this.#latest.get(person) ?? [])
    this.#tell(
      changed,
      people.filter((person) => !this.#latest.has(person)),
    )
  }
}
