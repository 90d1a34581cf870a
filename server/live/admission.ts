/** From an open socket to a seat in a meeting: a person's by session and roles, a projector's by its code. */
import type { IncomingMessage } from 'node:http'
import type { WebSocket } from 'ws'
import type { MeetingId } from '../../shared/ids'
import { LIVE_VERSION } from '../../shared/live/messages'
import { readClientMessage, readProjectorHello } from '../../shared/live/read-message'
import { CLOSE } from '../../shared/wire/close-codes'
import type { Clock } from '../platform/clock'
import type { AccessPort } from '../ports/access'
import type { DeskPort } from '../ports/desk'
import type { Hall } from './hall'
import type { Halls } from './halls'
import type { LiveLimits } from './limits'
import { Member } from './member'
import { Screen } from './screen'
import { TextSocket } from './text-socket'
import { WrongCodes } from './wrong-codes'

/** Idle time is counted in minutes; once a minute is often enough to say that someone is not idle. */
const TOUCH_EVERY_MS = 60_000

export interface AdmissionOptions {
  halls: Halls
  desk: DeskPort
  access: AccessPort
  clock: Clock
  limits: LiveLimits
  addressOf(request: IncomingMessage): string
  onClosed(code: number, reason: string): void
  onError(error: unknown, doing: string): void
}

export class Admission {
  readonly #options: AdmissionOptions
  readonly #wrongCodes: WrongCodes

  constructor(options: AdmissionOptions) {
    this.#options = options
    this.#wrongCodes = new WrongCodes({ clock: options.clock, perMinute: options.limits.wrongCodesPerMinute })
  }

  admitMember(webSocket: WebSocket, request: IncomingMessage, meeting: MeetingId, version: string | null): void {
    let seat: { hall: Hall; member: Member } | null = null
    const touch = this.#toucher()
    const onEnded = () => {
      if (seat === null) return
      seat.hall.leave(seat.member)
      this.#options.halls.left(seat.hall)
    }
    // Whoever listens in a meeting sits there, though they touch nothing for an hour.
    const socket = this.#socket(webSocket, onEnded, () => {
      if (seat?.hall.isUnderWay) touch(seat.member)
    })
    const admitted = this.#seat(socket, request, meeting, version).then((found) => {
      if (found === null) return
      if (socket.isClosed) return this.#options.halls.left(found.hall)
      seat = found
      found.hall.join(found.member)
      this.#hear(socket, found, touch)
    })
    this.#orClose(admitted, socket)
  }

  admitScreen(webSocket: WebSocket, request: IncomingMessage): void {
    let seat: { hall: Hall; screen: Screen } | null = null
    const address = this.#options.addressOf(request)
    const socket = this.#socket(webSocket, () => {
      callOff()
      if (seat === null) return
      seat.hall.leaveScreen(seat.screen)
      this.#options.halls.left(seat.hall)
    })
    const { clock, limits } = this.#options
    const callOff = clock.after(limits.codeWithinMs, () => socket.close(CLOSE.malformed, 'no code was said'))
    let asked = false
    socket.listen((text) => {
      const hello = asked ? null : readProjectorHello(text)
      if (hello === null) return socket.close(CLOSE.malformed, 'a projector says its code and nothing else')
      asked = true
      const admitted = this.#openScreen(socket, hello.code, address).then((hall) => {
        callOff()
        if (hall === null) return
        if (socket.isClosed) return this.#options.halls.left(hall)
        seat = { hall, screen: new Screen(socket) }
        hall.joinScreen(seat.screen)
      })
      this.#orClose(admitted, socket)
    })
  }

  async #seat(
    socket: TextSocket,
    request: IncomingMessage,
    meeting: MeetingId,
    version: string | null,
  ): Promise<{ hall: Hall; member: Member } | null> {
    const { halls, access } = this.#options
    const refuse = (code: Parameters<TextSocket['close']>[0], reason: string) => {
      socket.close(code, reason)
      return null
    }
    if (version !== String(LIVE_VERSION)) return refuse(CLOSE.outdated, 'another version: reload the page')
    const identity = await access.identify(request)
    if (identity === null) return refuse(CLOSE.signedOut, 'not signed in')
    if ((await halls.open(meeting)) === null) return refuse(CLOSE.gone, 'no such meeting')
    if ((await access.identify(request)) === null) return refuse(CLOSE.signedOut, 'not signed in')
    // Open already, so nothing can happen between this and taking the seat; its list of people is kept current.
    const hall = await halls.open(meeting)
    const roles = hall?.rolesOf(identity.person) ?? []
    if (hall !== null && roles.length > 0) return { hall, member: new Member({ identity, roles, outlet: socket }) }
    if (hall !== null) halls.left(hall)
    return refuse(CLOSE.notAllowed, 'no part in this meeting')
  }

  #hear(socket: TextSocket, { hall, member }: { hall: Hall; member: Member }, touch: (member: Member) => void): void {
    const { onError } = this.#options
    socket.listen((text) => {
      const message = readClientMessage(text)
      if (message === null) return socket.close(CLOSE.malformed, 'unreadable message')
      touch(member)
      hall.receive(member, message).catch((error: unknown) => {
        onError(error, 'answering a page')
        socket.close(CLOSE.unavailable, 'it could not be done now')
      })
    })
  }

  #toucher(): (member: Member) => void {
    const { access, clock } = this.#options
    let touchedAt = Number.NEGATIVE_INFINITY
    return ({ identity }) => {
      if (clock.now() - touchedAt < TOUCH_EVERY_MS) return
      touchedAt = clock.now()
      access.touch(identity.sessionId)
    }
  }

  async #openScreen(socket: TextSocket, code: string, address: string): Promise<Hall | null> {
    const { halls, desk } = this.#options
    if (this.#wrongCodes.areTooMany(address)) {
      socket.close(CLOSE.tooFrequent, 'too many wrong codes')
      return null
    }
    const meeting = await desk.meetingOf(code)
    if (meeting !== null) await halls.open(meeting)
    // Not revoked while the meeting was loading; open already, so nothing happens between this and taking the seat.
    if (meeting !== null && (await desk.meetingOf(code)) === meeting) return halls.open(meeting)
    this.#wrongCodes.count(address)
    socket.close(CLOSE.gone, 'no such code')
    return null
  }

  #socket(socket: WebSocket, onEnded: () => void, onPing: () => void = () => undefined): TextSocket {
    const { clock, limits, onClosed } = this.#options
    return new TextSocket({
      socket,
      clock,
      limits,
      onPing,
      onClosed: (code, reason) => {
        onEnded()
        if (code !== null) onClosed(code, reason)
      },
    })
  }

  #orClose(admitted: Promise<void>, socket: TextSocket): void {
    admitted.catch((error: unknown) => {
      this.#options.onError(error, 'admitting to a meeting')
      socket.close(CLOSE.unavailable, 'the meeting cannot be opened now')
    })
  }
}
