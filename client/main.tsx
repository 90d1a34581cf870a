/** Starts the page: language and theme first, so that nothing is drawn twice. */
import { createRoot } from 'react-dom/client'
import { App } from './app/App'
import { createAppRouter } from './app/router'
import { startLanguage } from './i18n/language'
import { createQueryClient, meQuery } from './lib/query'
import { adoptThemeVariables } from './ui/theme'
import './ui/tokens.css'
import './ui/mantine.css'
import './ui/base.css'

const queryClient = createQueryClient(handleSignedOut)
const router = createAppRouter(queryClient)

/** A request was answered "who are you?" although somebody is signed in here: the session has ended elsewhere. */
function handleSignedOut(): void {
  const { pathname, href } = router.state.location
  if (queryClient.getQueryData(meQuery.queryKey) === undefined || pathname === '/sign-in') return
  // Emptied only then: a page that is still drawn would ask for everything again.
  void router.navigate({ to: '/sign-in', search: { why: 'ended', back: href } }).then(() => queryClient.clear())
}

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no #root')
adoptThemeVariables()
await startLanguage()
createRoot(root).render(<App router={router} queryClient={queryClient} />)
