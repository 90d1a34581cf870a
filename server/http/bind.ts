/** The contract bound to requests: session → handler → the contract's errors. Handlers stay thin and know no status codes. */
import { implement, ORPCError, ValidationError } from '@orpc/server'
import { api } from '../../shared/contract/api'
import { AppError, ERRORS } from '../../shared/errors'
import type { Asker } from '../services/asker'
import type { RequestContext } from './context'

/** Pages ask these again on their own while they are open: no sign that anybody sits there. */
const POLLED = new Set(['meetings.get', 'comments.list', 'meetings.lookAtArchive'])

export interface SignedIn {
  sessionId: string
  asker: Asker
}

export interface BindOptions {
  /** Null: nobody is signed in. Counts as activity unless the request is passive. */
  identify(context: RequestContext): Promise<SignedIn | null>
}

/** `open` answers anybody, `signedIn` only who is; both before they look at the input. */
export function createBinding({ identify }: BindOptions) {
  const open = implement(api)
    .$context<RequestContext>()
    .use(async ({ next }) => {
      try {
        return await next()
      } catch (error) {
        throw contractError(error)
      }
    })
  const signedIn = open.use(async ({ context, path, next }) => {
    const holder = await identify({ ...context, passive: context.passive || POLLED.has(path.join('.')) })
    if (holder === null) throw new AppError('UNAUTHORIZED')
    return next({ context: holder })
  })
  return { open, signedIn }
}

export type Binding = ReturnType<typeof createBinding>

function contractError(error: unknown): unknown {
  if (error instanceof AppError) {
    return new ORPCError(error.code, { status: ERRORS[error.code].status, message: error.message, data: error.data })
  }
  if (error instanceof ORPCError && error.cause instanceof ValidationError && error.code === 'BAD_REQUEST') {
    const field = error.cause.issues[0]?.path?.map((part) => String(typeof part === 'object' ? part.key : part)).join('.') ?? ''
    const { status } = ERRORS.INVALID_INPUT
    return new ORPCError('INVALID_INPUT', { status, message: 'The input breaks the contract', data: { field } })
  }
  return error
}
