'use client'

/**
 * Reads colour tokens as the theme has them now, as the browser writes them: a canvas follows no variable by itself.
 * @param read is given the colour of each token that it asks for
 */
export function readTokens<Read>(read: (colourOf: (token: string) => string) => Read): Read {
  const probe = document.body.appendChild(document.createElement('i'))
  // Who wants less motion has transitions of 1 ms: a colour that was just set would still be the one before.
  probe.style.transitionProperty = 'none'
  try {
    return read((token) => {
      probe.style.color = `var(--color-${token})`
      return getComputedStyle(probe).color
    })
  } finally {
    probe.remove()
  }
}
