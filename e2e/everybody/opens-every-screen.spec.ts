import { expect, type Page, test } from '@playwright/test'
import { signIn } from '../fixtures/demo-house'
import { judgeScreen } from '../fixtures/judge-screen'
import { makeThings, PAGES_OF, walkScreens } from '../fixtures/screens'

/** Whatever the browser says that the policy forbade, of every page of this context. */
async function hearViolations(page: Page): Promise<string[]> {
  const said: string[] = []
  await page.exposeFunction('tellViolation', (what: string) => said.push(what))
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const { violatedDirective, blockedURI, sourceFile, lineNumber, sample } = event
      const about = `${location.pathname}: ${violatedDirective} ${blockedURI} ${sourceFile}:${lineNumber} ${sample}`
      void (window as unknown as { tellViolation: (what: string) => void }).tellViolation(about)
    })
  })
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) said.push(message.text())
  })
  return said
}

for (const role of ['manager', 'support', 'picker', 'nobody'] as const)
  test(`every screen of ${role} keeps to its policy, and is for everybody: axe, keyboard, stillness`, async ({
    page,
  }) => {
    test.setTimeout(900_000)
    const links = await makeThings()
    const said = await hearViolations(page)
    if (role !== 'nobody') await signIn(page, role)
    const found: string[] = []
    await walkScreens(page, PAGES_OF[role], links, async (path) => {
      for (const what of await judgeScreen(page)) found.push(`${path}: ${what}`)
    })
    expect(said).toEqual([])
    expect(found).toEqual([])
  })
