/** One meeting being held: the pages of its people, its projectors, and what is told to whom when something changes. */
import type { MeetingRole } from '../../shared/access/roles'
import type { MeetingId, PersonId } from '../../shared/ids'
import { keepsRecord, mayCommand, presides } from '../../shared/live/command-rights'
import { speakerOf } from '../../shared/live/meeting-state'
import type { ClientMessage, PresentedText, ServerMessage } from '../../shared/live/messages'
import { lineFor, recordFor } from '../../shared/live/record-sight'
import type { Refusal } from '../../shared/live/commands'
import type { Result } from '../../shared/result'
import { CLOSE } from '../../shared/wire/close-codes'
import type { Clock } from '../platform/clock'
import type { DeskPort, MeetingFacts } from '../ports/desk'
import { Here } from './here'
import { Ledger, type Shown } from './ledger'
import type { LiveLimits } from './limits'
import type { Member } from './member'
import { People } from './people'
import { Podium } from './podium'
import { type Screen, Screens } from './screen'

export interface HallOptions {
  meeting: MeetingId
  desk: DeskPort
  clock: Clock
  limits: LiveLimits
  onError(error: unknown, doing: string): void
}

type Said<Type extends ClientMessage['type']> = Extract<ClientMessage, { type: Type }>

export class Hall {
  readonly members = new Set<Member>()
  readonly screens = new Screens()
  readonly meeting: MeetingId
  readonly ledger: Ledger
  readonly #clock: Clock
  readonly #onError: HallOptions['onError']
  readonly #here: Here
  readonly #podium: Podium
  #people: People

  static async open(options: HallOptions, facts: MeetingFacts): Promise<Hall> {
    let hall: Hall | null = null
    const onChanged = (before: Shown, after: Shown) => hall?.changed(before, after)
    const ledger = await Ledger.open({ ...options, onChanged }, facts.roster)
    hall = new Hall(options, facts, ledger)
    return hall
  }

  private constructor(options: HallOptions, facts: MeetingFacts, ledger: Ledger) {
    const {
      meeting,
      clock,
      limits: { windowMs },
      onError,
    } = options
    this.meeting = meeting
    this.#onError = onError
    this.ledger = ledger
    this.#clock = clock
    this.#people = new People(facts)
    this.#here = new Here({ clock, windowMs, tell: (changed, gone) => this.#tell({ type: 'here', changed, gone }) })
    this.#podium = new Podium({
      clock,
      windowMs,
      tell: (place, from) => {
        this.#tell({ type: 'place', place }, from)
        this.screens.showPlace(place)
      },
    })
  }

  get isEmpty(): boolean {
    return this.members.size === 0 && this.screens.count === 0
  }

  /** People sit in it, or gather for it. */
  get isUnderWay(): boolean {
    const { phase } = this.ledger.shown.state
    return phase === 'gathering' || phase === 'running' || phase === 'paused'
  }

  rolesOf(person: PersonId): readonly MeetingRole[] {
    return this.#people.byId.get(person)?.roles ?? []
  }

  join(member: Member): void {
    const { state, record, text } = this.ledger.shown
    this.#here.join(member)
    this.members.add(member)
    member.send({
      type: 'welcome',
      meeting: this.meeting,
      title: this.#people.title,
      now: this.#clock.now(),
      you: { person: member.person, roles: [...member.roles] },
      people: [...this.#people.list],
      state: member.stateFor(state),
      record: recordFor(record, member, state.record),
      text,
      place: this.#podium.place,
      here: this.#here.everyone,
      projectors: this.screens.count,
    })
    this.#signIn(member).catch((error: unknown) => this.#onError(error, 'signing in'))
  }

  leave(member: Member): void {
    if (this.members.delete(member)) this.#here.leave(member)
  }

  joinScreen(screen: Screen): void {
    const { state, text } = this.ledger.shown
    this.screens.add(screen, this.#clock.now(), { people: this.#people, state, text, place: this.#podium.place })
    this.#tell({ type: 'projectors', count: this.screens.count })
  }

  leaveScreen(screen: Screen): void {
    if (this.screens.remove(screen)) this.#tell({ type: 'projectors', count: this.screens.count })
  }

  async receive(member: Member, message: ClientMessage): Promise<void> {
    switch (message.type) {
      case 'command':
        return this.#command(member, message)
      case 'place':
        this.#podium.say(member, message, this.ledger.shown)
        return
      case 'whereabouts':
        return this.#whereabouts(member, message)
      case 'line':
      case 'reply':
        return this.#write(member, message)
    }
  }

  /** Members, roles or the title may have changed. */
  async reconsider(facts: MeetingFacts): Promise<void> {
    this.#people = new People(facts)
    for (const member of [...this.members]) {
      const roles = this.rolesOf(member.person)
      if (roles.length === 0) member.close(CLOSE.notAllowed, 'no part in this meeting any more')
      else if (roles.join() !== member.roles.join()) member.close(CLOSE.accessChanged, 'roles have changed')
    }
    this.#tell({ type: 'people', people: [...this.#people.list] })
    await this.ledger.enrol(facts.roster)
    this.screens.show(this.#people, this.ledger.shown.state, this.#clock.now())
  }

  stop(): void {
    this.#here.stop()
    this.#podium.stop()
  }

  changed(before: Shown, after: Shown): void {
    if (after.state !== before.state) this.#stateChanged(before, after)
    if (after.state.record !== before.state.record) {
      for (const member of this.members)
        member.send({ type: 'record', record: recordFor(after.record, member, after.state.record) })
    } else if (after.record !== before.record) this.#recordChanged(before, after)
  }

  #stateChanged(before: Shown, after: Shown): void {
    const now = this.#clock.now()
    for (const member of this.members) member.send({ type: 'state', now, state: member.stateFor(after.state) })
    this.screens.show(this.#people, after.state, now)
    const isOtherText = !isSame(before.text, after.text)
    if (isOtherText || speakerOf(before.state) !== speakerOf(after.state)) this.#podium.clear()
    if (!isOtherText) return
    this.#here.forgetSections()
    this.#tell({ type: 'text', text: after.text })
    this.screens.showText(after.text)
  }

  /** Each is told what they see of the change; whoever sees none of it hears nothing, not even that something happened. */
  #recordChanged(before: Shown, after: Shown): void {
    const { record: stage } = after.state
    const known = new Map(before.record.lines.map((line) => [line.id, line]))
    const changed = after.record.lines.filter((line) => known.get(line.id) !== line)
    for (const member of this.members) {
      const seen = changed.flatMap((line) => lineFor(line, member, stage) ?? [])
      const earlier = changed.flatMap(({ id }) => known.get(id) ?? []).filter((line) => lineFor(line, member, stage) !== null)
      // A line that was taken back is gone for those who see only their own.
      if (earlier.some(({ id }) => !seen.some((line) => line.id === id)))
        member.send({ type: 'record', record: recordFor(after.record, member, stage) })
      else if (seen.length > 0) member.send({ type: 'lines', lines: seen })
      const { replies } = recordFor(after.record, member, stage)
      if (JSON.stringify(replies) !== JSON.stringify(recordFor(before.record, member, stage).replies))
        member.send({ type: 'replies', replies })
    }
  }

  async #command(member: Member, { request, revision, command }: Said<'command'>): Promise<void> {
    if (!mayCommand(command, member)) return this.#refuse(member, request, 'not-allowed')
    const { state } = this.ledger.shown
    // Whoever has the page open when it begins is there.
    if (command.kind === 'start' && state.phase === 'planned' && revision === state.revision) await this.#signInAll()
    const result = await this.ledger.act(member.person, command, revision)
    if (result.ok && command.kind === 'gather') await this.#signInAll()
    this.#answer(member, request, result)
  }

  async #write(member: Member, message: Said<'line'> | Said<'reply'>): Promise<void> {
    const { request } = message
    if (!keepsRecord(member)) return this.#refuse(member, request, 'not-allowed')
    if (!this.#areKnown(message)) return this.#refuse(member, request, 'impossible')
    const entry =
      message.type === 'line'
        ? { kind: 'line' as const, line: message.line }
        : { kind: 'reply' as const, person: message.person, given: message.given }
    const result = await this.ledger.write(member.person, entry)
    if (result.ok && message.type === 'line') {
      // Somebody else's edition of the same number stands: the page learns which.
      const kept = result.value.lines.find(({ id }) => id === message.line.id)
      if (kept !== undefined && kept.text !== message.line.text) member.send({ type: 'lines', lines: [kept] })
    }
    this.#answer(member, request, result)
  }

  #areKnown(message: Said<'line'> | Said<'reply'>): boolean {
    const people = message.type === 'line' ? [message.line.speaker, message.line.target] : [message.person]
    const { attendance } = this.ledger.shown.state
    return people.every((person) => person === null || attendance.some((one) => one.person === person))
  }

  #whereabouts(member: Member, { following, section, writing }: Said<'whereabouts'>): void {
    const { text } = this.ledger.shown
    const isInText = section !== null && text !== null && section < text.blocks.length
    this.#here.say(member, { following, section: isInText ? section : null, writing })
  }

  async #signIn(member: Member): Promise<void> {
    if (this.isUnderWay) await this.#attend(member)
  }

  async #signInAll(): Promise<void> {
    for (const member of [...this.members]) await this.#attend(member)
  }

  async #attend({ person }: Member): Promise<void> {
    const { state } = this.ledger.shown
    if (state.attendance.find((one) => one.person === person)?.status !== 'awaited') return
    await this.ledger.act(person, { kind: 'attend', person, status: 'present', reason: '' }, state.revision)
  }

  #answer(member: Member, request: string, result: Result<unknown, Refusal>): void {
    if (result.ok) member.send({ type: 'done', request, revision: this.ledger.shown.state.revision })
    else this.#refuse(member, request, result.error)
  }

  #refuse(member: Member, request: string, why: Refusal): void {
    member.send({ type: 'refused', request, why, revision: this.ledger.shown.state.revision })
  }

  #tell(message: ServerMessage, except: Member | null = null): void {
    const text = JSON.stringify(message)
    for (const member of this.members) {
      if (member === except || (message.type === 'projectors' && !presides(member))) continue
      member.sendText(text)
    }
  }
}

function isSame(one: PresentedText | null, other: PresentedText | null): boolean {
  return one === other || (one !== null && other !== null && one.material === other.material && one.version === other.version)
}
