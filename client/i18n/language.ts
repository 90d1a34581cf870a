/**
 * Which language the interface speaks. Chinese is the source, in two parts: the sign-in page need not wait for the words of the
 * meeting. English is loaded only when somebody asks for it, whole.
 */
import i18next, { type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { firstWords } from './first-words'

export const LANGUAGES = ['zh-CN', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

const STORAGE_KEY = 'duizhao.language'

export async function startLanguage(): Promise<i18n> {
  await i18next.use(initReactI18next).init({
    lng: 'zh-CN',
    fallbackLng: 'zh-CN',
    resources: { 'zh-CN': { translation: firstWords } },
    interpolation: { escapeValue: false },
  })
  const saved = LANGUAGES.find((language) => language === readSaved())
  await applyLanguage(saved ?? 'zh-CN')
  return i18next
}

/** Resolves when every page can be drawn, not the first ones alone. */
export async function restOfTheWords(): Promise<void> {
  const { laterWords } = await import('./later-words')
  i18next.addResourceBundle('zh-CN', 'translation', laterWords, true)
}

export function currentLanguage(): Language {
  return LANGUAGES.find((language) => language === i18next.language) ?? 'zh-CN'
}

export async function switchLanguage(language: Language): Promise<void> {
  await applyLanguage(language)
  try {
    localStorage.setItem(STORAGE_KEY, language)
  } catch {
    // A browser that keeps nothing forgets the choice, no more.
  }
}

async function applyLanguage(language: Language): Promise<void> {
  if (language === 'en' && !i18next.hasResourceBundle('en', 'translation')) {
    const { en } = await import('./en')
    i18next.addResourceBundle('en', 'translation', en)
  }
  await i18next.changeLanguage(language)
  document.documentElement.lang = language
}

function readSaved(): string | null {
  try {
    return localStorage.getItem(STORAGE_KEY)
  } catch {
    return null
  }
}
