/** The words of the interface, source language. One file a namespace; `en.ts` must hold every key (a test sees to it). */
import { account } from './zh-CN/account'
import { app } from './zh-CN/app'
import { audit } from './zh-CN/audit'
import { comments } from './zh-CN/comments'
import { editor } from './zh-CN/editor'
import { errors } from './zh-CN/errors'
import { exchange } from './zh-CN/exchange'
import { history } from './zh-CN/history'
import { home } from './zh-CN/home'
import { live } from './zh-CN/live'
import { meeting } from './zh-CN/meeting'
import { outline } from './zh-CN/outline'
import { people } from './zh-CN/people'
import { presence } from './zh-CN/presence'
import { projector } from './zh-CN/projector'
import { recorder } from './zh-CN/recorder'
import { review } from './zh-CN/review'
import { setup } from './zh-CN/setup'
import { suggestions } from './zh-CN/suggestions'
import { terms } from './zh-CN/terms'
import { workspace } from './zh-CN/workspace'

export const zhCN = {
  account,
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
