/** What the first pages say: signing in, setting up, home. Every page waits for these. */
import { account } from './zh-CN/account'
import { app } from './zh-CN/app'
import { errors } from './zh-CN/errors'
import { home } from './zh-CN/home'
import { meeting } from './zh-CN/meeting'
import { people } from './zh-CN/people'
import { setup } from './zh-CN/setup'
import { terms } from './zh-CN/terms'

export const firstWords = {
  account,
  app,
  errors,
  home,
  meeting,
  people,
  setup,
  terms,
}
