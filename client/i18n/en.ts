/** English. Every key of `zh-CN.ts`. */
import { account } from './en/account'
import { admins } from './en/admins'
import { app } from './en/app'
import { audit } from './en/audit'
import { comments } from './en/comments'
import { editor } from './en/editor'
import { errors } from './en/errors'
import { exchange } from './en/exchange'
import { history } from './en/history'
import { home } from './en/home'
import { live } from './en/live'
import { meeting } from './en/meeting'
import { outline } from './en/outline'
import { people } from './en/people'
import { presence } from './en/presence'
import { projector } from './en/projector'
import { recorder } from './en/recorder'
import { review } from './en/review'
import { setup } from './en/setup'
import { suggestions } from './en/suggestions'
import { terms } from './en/terms'
import { workspace } from './en/workspace'
import type { Words } from './words'
import type { zhCN } from './zh-CN'

export const en: Words<typeof zhCN> = {
  account,
  admins,
  app,
  audit,
  comments,
  editor,
  errors,
  exchange,
  history,
  home,
  live,
  meeting,
  outline,
  people,
  presence,
  projector,
  recorder,
  review,
  setup,
  suggestions,
  terms,
  workspace,
}
