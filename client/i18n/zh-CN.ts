/** The words of the interface, source language. One file a namespace; `en.ts` must hold every key (a test sees to it). */
import { firstWords } from './first-words'
import { laterWords } from './later-words'

export const zhCN = { ...firstWords, ...laterWords }
